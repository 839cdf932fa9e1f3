import type { Config } from '../config.ts';
import { createSourcePoller, type PollerParts } from '../ingest/feeds/poll-sources.ts';
import { createFolderImport, type FolderImportParts } from '../ingest/files/import-folders.ts';
import type { ListedSource } from '../ingest/sources/build-source.ts';
import { storeHostSources } from '../ingest/sources/store-host-sources.ts';
import { repeat, type Repeating } from '../repeat.ts';
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
  const { listed, sources, articles, states, log, now } = parts;
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
          (err) => log.error({ err }, 'the sources could not be polled'),
          { atOnce: true },
        ),
      );
      await folders.importChanged();
      repeating.push(
        repeat(
          () => folders.importChanged(),
          config.folderIntervalMinutes * 60_000,
          (err) => log.error({ err }, 'the article folders could not be imported'),
        ),
      );
    },
    pollSources: () => poller.pollDue(),
    stopReading,
    async close() {
      stopReading();
      await Promise.all(repeating.map((work) => work.stop()));
    },
  };
}
