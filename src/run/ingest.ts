import type { Config } from '../config.ts';
import { createSourcePoller, type PollerParts } from '../ingest/feeds/poll-sources.ts';
import { createFolderImport, type FolderImportParts } from '../ingest/files/import-folders.ts';
import type { ListedSource } from '../ingest/sources/build-source.ts';
import { storeHostSources } from '../ingest/sources/store-host-sources.ts';
import { repeat, type Repeating } from '../repeat.ts';
import { UnwritableStoreError } from '../store/store-fault.ts';
import { VERSION } from '../version.ts';

/** How often the poller looks for sources that are due. */
const POLL_INTERVAL_MS = 15_000;

/** The dependencies of reading, besides the configuration. */
type IngestParts = Omit<PollerParts, 'random' | 'bounds' | 'newSourceArticles'> &
  Pick<FolderImportParts, 'states'> & { readonly listed: readonly ListedSource[] };

/** Reads the article folders and the sources into the store. */
export interface Ingest {
  /** Updates the host's stored sources from the configuration. */
  loadSources(): Promise<void>;
  /** Starts polling and imports the folders. Resolves after the first import; both continue until `close`. */
  start(): Promise<void>;
  /** Reads every source that is due now, as `start` does repeatedly. */
  pollSources(): Promise<void>;
  /** Stops an import and polls in progress. What an import has read is stored. */
  stopReading(): void;
  close(): Promise<void>;
}

/** Creates the reading of the configured folders and of all sources. It does nothing until it is started. */
export function createIngest(config: Config, parts: IngestParts): Ingest {
  const { listed, sources, articles, states, log, now, isWritable = () => true } = parts;
  const folders = createFolderImport(config.articleFolders, {
    articles,
    states,
    log,
    now,
    version: VERSION,
  });
  const poller = createSourcePoller({
    ...parts,
    random: Math.random,
    bounds: { leastMs: config.pollMinMinutes * 60_000, mostMs: config.pollMaxMinutes * 60_000 },
    newSourceArticles: config.newSourceArticles,
  });
  const repeating: Repeating[] = [];
  let importing: Promise<void> | undefined;

  /** While nothing can be stored, files would only be read for nothing. */
  async function importFolders(): Promise<void> {
    if (!isWritable()) return;
    importing = folders.importChanged();
    await importing;
  }

  /** The store's own watch says once for all that nothing can be stored. */
  function logUnlessUnwritable(text: string): (err: unknown) => void {
    return (err) => {
      if (!(err instanceof UnwritableStoreError)) log.error({ err }, text);
    };
  }

  function stopReading(): void {
    folders.stop();
    poller.stop();
  }

  return {
    loadSources: () => storeHostSources(listed, sources, now()),
    async start() {
      repeating.push(
        repeat(
          () => poller.pollDue(),
          POLL_INTERVAL_MS,
          logUnlessUnwritable('the sources could not be polled'),
          { atOnce: true },
        ),
      );
      // A full disk must not keep the bot from answering.
      await importFolders().catch((err: unknown) => {
        if (!(err instanceof UnwritableStoreError)) throw err;
      });
      repeating.push(
        repeat(
          importFolders,
          config.folderIntervalMinutes * 60_000,
          logUnlessUnwritable('the article folders could not be imported'),
        ),
      );
    },
    pollSources: () => poller.pollDue(),
    stopReading,
    async close() {
      stopReading();
      // The first import is not repeated work, and its error is for the person who started it.
      await Promise.all([...repeating.map((work) => work.stop()), importing?.catch(() => {})]);
    },
  };
}
