import type { Health, Services } from '../command/services.ts';
import { listSourceStatus } from '../command/source-status.ts';
import type { Config } from '../config.ts';
import { previewDigest } from '../digest/prepare-digest.ts';
import { parseEdition } from '../digest/parse-edition.ts';
import { parseSubscription } from '../digest/parse-subscription.ts';
import { readRecentDeliveries } from '../digest/recent-deliveries.ts';
import { parseZone } from '../digest/zones.ts';
import type { Log } from '../log.ts';
import { ArticleIndex } from '../index/article-index.ts';
import { createFollower } from '../index/follow-articles.ts';
import { repeat, type Repeating } from '../repeat.ts';
import { createReadSource } from '../ingest/sources/create-read-source.ts';
import { fetchAttachment } from '../web/fetch-attachment.ts';
import { parseSource } from '../ingest/sources/parse-source.ts';
import type { Source } from '../ingest/sources/source.ts';
import { readSourceList } from '../ingest/sources/read-source-list.ts';
import type { ReadSource } from '../ingest/sources/examine-feed.ts';
import { createFetcher, type Fetcher } from '../web/fetch-document.ts';
import { createLinkReader } from '../web/link-reader.ts';
import { createPageReader } from '../web/pages/page-reader.ts';
import type { PollClaim } from '../ingest/feeds/claim-poll.ts';
import type { FeedMemory } from '../ingest/feeds/feed-memory.ts';
import { createFolderImport } from '../ingest/files/import-folders.ts';
import { createSourceManager } from '../ingest/sources/manage-sources.ts';
import type { RecordStore } from '../store/record-store.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { createSourcePoller } from '../ingest/feeds/poll-sources.ts';
import { storeHostSources } from '../ingest/sources/store-host-sources.ts';
import { createReadingCache, READING_CACHE_CHARACTERS } from '../summary/reading/reading-cache.ts';
import { VERSION } from '../version.ts';

/** How often the index asks the store what has been imported, by this process or another. */
const FOLLOW_INTERVAL_MS = 1000;
/** How often sources that are due are looked for. */
const POLL_INTERVAL_MS = 15_000;

/** The rooms put together around one store; no Discord. */
export interface App {
  readonly store: Store;
  readonly services: Services;
  /** The feeds that are read, the host's and the servers'. */
  readonly sources: RecordStore<Source>;
  /** Resolves when every article that was stored at the call is in the index. */
  load(): Promise<void>;
  /** Brings the host's stored sources in line with the configuration. */
  loadSources(): Promise<void>;
  /** Imports the article folders, then keeps following them, the sources and the store. */
  start(): Promise<void>;
  /** Reads every source that is due by now, as `start` does again and again. */
  pollSources(): Promise<void>;
  /** Ends an import and the polls under way; what an import has read is stored. */
  stopReading(): void;
  close(): Promise<void>;
}

/** What reaches beyond this machine, so that tests can do without; by default it is the network. */
export interface AppParts {
  readonly readSource?: ReadSource;
  /** Is closed with the app. */
  readonly fetcher?: Fetcher;
}

/** Opens the store and puts the rooms around it. Throws a UserError where it cannot be opened. */
export async function openApp(
  config: Config,
  log: Log,
  now: () => Date,
  parts: AppParts = {},
): Promise<App> {
  const listed = await readSourceList(config.sources);
  const store = await openStore(config.storeUrl, {
    onSkipped: (key, reason) => log.warn({ key, reason }, 'a stored record could not be read'),
  });
  const { articles } = store;
  const index = new ArticleIndex();
  const readingOf = createReadingCache(READING_CACHE_CHARACTERS);
  const follower = createFollower(articles, index);
  const folders = createFolderImport(config.articleFolders, {
    articles,
    states: store.records<Readonly<Record<string, string>>>('files'),
    log,
    now,
    version: VERSION,
  });
  const subscriptions = store.records('subscriptions', parseSubscription);
  const editions = store.records('editions', parseEdition);
  const sources = store.records('sources', parseSource);
  const fetcher =
    parts.fetcher ??
    createFetcher({
      now,
      allowedAddresses: config.allowedAddresses,
      ...(config.contactUrl !== undefined && { contactUrl: config.contactUrl }),
    });
  const pages = createPageReader({
    onError: (err) => log.error({ err }, 'the thread that reads pages failed'),
  });
  const poller = createSourcePoller({
    sources,
    memories: store.records<FeedMemory>('entries'),
    claims: store.records<PollClaim>('polls'),
    articles,
    fetcher,
    pages,
    log,
    now,
    random: Math.random,
    bounds: { leastMs: config.pollMinMinutes * 60_000, mostMs: config.pollMaxMinutes * 60_000 },
    newSourceArticles: config.newSourceArticles,
  });
  const startedAt = now().toISOString();
  let loaded = false;
  const repeating: Repeating[] = [];

  const services: Services = {
    defaultZone: parseZone(config.defaultZone),
    articles,
    index,
    readingOf,
    subscriptions,
    editions,
    recentDeliveries: (guildId) => readRecentDeliveries(guildId, subscriptions, editions),
    sources: () => listSourceStatus(index),
    manageSources: createSourceManager({
      records: sources,
      readSource: parts.readSource ?? createReadSource(fetcher),
      now,
      perServer: config.sourcesPerServer,
    }),
    readAttachment: fetchAttachment,
    links: createLinkReader({ fetcher, pages, now }),
    health: describeHealth,
    previewDigest: (preview, at) =>
      previewDigest(preview, at, editions, { index, articles, readingOf }),
  };

  function describeHealth(): Health {
    const [newest] = index.newest({}, { limit: 1 }).entries;
    return {
      version: VERSION,
      startedAt,
      articleCount: index.size,
      ...(newest && { newestAt: new Date(newest.at).toISOString() }),
      storeEngine: store.engine,
      reading: !loaded,
      memoryBytes: process.memoryUsage.rss(),
    };
  }

  function stopReading(): void {
    folders.stop();
    poller.stop();
  }

  async function loadSources(): Promise<void> {
    await storeHostSources(listed, sources, now());
  }

  return {
    store,
    services,
    sources,
    loadSources,
    async load() {
      await follower.load();
      loaded = true;
    },
    async start() {
      await loadSources();
      // First, so that what a long import has stored so far can be asked for.
      repeating.push(
        repeat(
          () => follower.catchUp(),
          FOLLOW_INTERVAL_MS,
          (err) => log.error({ err }, 'the index could not follow the store'),
        ),
      );
      repeating.push(
        repeat(
          () => poller.pollDue(),
          POLL_INTERVAL_MS,
          (err) => log.error({ err }, 'the sources could not be polled'),
          { atOnce: true },
        ),
      );
      await folders.importChanged();
      await follower.catchUp();
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
      // First, so that no poll waits for a publisher.
      await fetcher.close();
      await Promise.all(repeating.map((work) => work.stop()));
      await pages.close();
      await store.close();
    },
  };
}
