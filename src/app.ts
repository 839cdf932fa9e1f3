import type { Health, Services } from './command/services.ts';
import { listSourceStatus } from './command/source-status.ts';
import type { Config } from './config.ts';
import { previewDigest } from './digest/prepare-digest.ts';
import { parseEdition } from './digest/parse-edition.ts';
import { parseSubscription } from './digest/parse-subscription.ts';
import { readRecentDeliveries } from './digest/recent-deliveries.ts';
import { parseZone } from './digest/zones.ts';
import type { Log } from './log.ts';
import { ArticleIndex } from './rank/article-index.ts';
import { createFollower } from './rank/follow-articles.ts';
import { repeat, type Repeating } from './repeat.ts';
import { fetchAttachment } from './source/fetch-attachment.ts';
import { parseSource } from './source/parse-source.ts';
import { readSourceList } from './source/read-source-list.ts';
import type { ReadSource } from './source/examine-feed.ts';
import { createFolderImport } from './store/import-folders.ts';
import { createSourceManager } from './store/manage-sources.ts';
import { openStore, type Store } from './store/open-store.ts';
import { storeHostSources } from './store/store-host-sources.ts';
import { VERSION } from './version.ts';

/** How often the index asks the store what has been imported, by this process or another. */
const FOLLOW_INTERVAL_MS = 1000;

/** The rooms put together around one store; no Discord. */
export interface App {
  readonly store: Store;
  readonly services: Services;
  /** Resolves when every article that was stored at the call is in the index. */
  load(): Promise<void>;
  /** Brings the host's stored sources in line with the configuration. */
  loadSources(): Promise<void>;
  /** Imports the article folders, then keeps following them and the store. */
  start(): Promise<void>;
  /** Ends an import under way; what it has read is stored. */
  stopImport(): void;
  close(): Promise<void>;
}

/** What reaches beyond this machine, so that tests can do without. */
export interface AppParts {
  readonly readSource?: ReadSource;
}

/** Opens the store and puts the rooms around it. Throws a UserError where it cannot be opened. */
export async function openApp(
  config: Config,
  log: Log,
  now: () => Date,
  { readSource = readNothing }: AppParts = {},
): Promise<App> {
  const listed = await readSourceList(config.sources);
  const store = await openStore(config.storeUrl, {
    onSkipped: (key, reason) => log.warn({ key, reason }, 'a stored record could not be read'),
  });
  const { articles } = store;
  const index = new ArticleIndex();
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
  const startedAt = now().toISOString();
  let loaded = false;
  const repeating: Repeating[] = [];

  const services: Services = {
    defaultZone: parseZone(config.defaultZone),
    articles,
    index,
    subscriptions,
    editions,
    recentDeliveries: (guildId) => readRecentDeliveries(guildId, subscriptions, editions),
    sources: () => listSourceStatus(index),
    manageSources: createSourceManager({
      records: sources,
      readSource,
      now,
      perServer: config.sourcesPerServer,
    }),
    readAttachment: fetchAttachment,
    health: describeHealth,
    previewDigest: (preview, at) => previewDigest(preview, at, editions, { index, articles }),
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

  async function loadSources(): Promise<void> {
    await storeHostSources(listed, sources, now());
  }

  return {
    store,
    services,
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
    stopImport: () => folders.stop(),
    async close() {
      folders.stop();
      await Promise.all(repeating.map((work) => work.stop()));
      await store.close();
    },
  };
}

/** Stands in until there is a network. */
const readNothing: ReadSource = async () => ({
  kind: 'fault',
  reason: 'feeds are not read here',
});
