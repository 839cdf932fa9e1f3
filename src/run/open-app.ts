import { availableParallelism } from 'node:os';
import type { Services } from '../command/services.ts';
import type { Config } from '../config.ts';
import { within } from '../discord/within.ts';
import type { Log } from '../log.ts';
import type { Observer } from '../observer.ts';
import { createDigestCache } from '../digest/digest-cache.ts';
import { createUsualLanguages } from '../digest/guild/usual-languages.ts';
import type { News } from '../digest/news.ts';
import { ArticleIndex } from '../index/article-index.ts';
import { createFollower } from '../index/follow-articles.ts';
import { createStoryLinks } from '../story/join/link-articles.ts';
import { repeat, type Repeating } from '../repeat.ts';
import { createReadSource } from '../ingest/sources/create-read-source.ts';
import type { Source } from '../ingest/sources/source.ts';
import { readSourceList } from '../ingest/sources/read-source-list.ts';
import type { ReadSource } from '../ingest/sources/examine-feed.ts';
import { parseZone } from '../text/zones/parse-zone.ts';
import { createFetcher, type Fetcher } from '../web/fetch-document.ts';
import { createPageAttempts } from '../ingest/page-attempts.ts';
import { createPageReader } from '../web/pages/page-reader.ts';
import { createReadingCache, READING_CACHE_CHARACTERS } from '../summary/reading/reading-cache.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Store } from '../store/create-store.ts';
import { openStore } from '../store/open-store.ts';
import { keepIndex } from './keep-index.ts';
import { openOlder } from './open-older.ts';
import { buildServices } from './build-services.ts';
import { openStories } from './open-stories.ts';
import { createHealth } from './create-health.ts';
import { createIngest, type Ingest } from './ingest.ts';
import { RECORDS, type Records } from './records.ts';
import { sayOnce } from './say-once.ts';
import { createPruner, type Pruner } from './retention/pruner.ts';
import { ROLES, type RoleParts } from './role.ts';

/** How often the index asks the store for what this or another process has imported. */
const FOLLOW_INTERVAL_MS = 250;

/** Pages that are read at once where there are as many cores. Each may take 256 MB for a page of the largest size. */
const MOST_PAGE_THREADS = 2;

/** How often the store is checked to be the one that was opened. */
const WATCH_INTERVAL_MS = 5000;

/** How long `close` waits for articles that are being joined, which is done again after the next start. */
const JOINING_GRACE_MS = 500;
/** How often what is too old is removed: little at a time, so that nobody notices. */
const PRUNE_INTERVAL_MS = 30 * 60_000;

/** Everything around one store, without Discord. */
export interface App extends Omit<Ingest, 'start'>, Pick<Pruner, 'prune'> {
  readonly store: Store<Records>;
  readonly services: Services;
  /** What digests are built from. */
  readonly news: News;
  /** That with the stories that are published. It hurries nobody to join others. */
  readonly publishedNews: News;
  /** The feeds that are read: the host's and the servers'. */
  readonly sources: RecordStore<Source>;
  /** The stories of the articles that were read so far. */
  storyCount(): number;
  /** The memory of the search index: its numbers and strings. */
  indexBytes(): number;
  /** Resolves when the index has every article that was stored at the time of the call. */
  load(): Promise<void>;
  /** Imports the article folders, then keeps following the folders, the sources and the store, and prunes it; as far as its role goes. */
  start(): Promise<void>;
}

/** The parts that depend on where the app runs: the network, which tests replace, and whether someone waits. */
export interface AppParts {
  readonly readSource?: ReadSource;
  /** Closed together with the app. */
  readonly fetcher?: Fetcher;
  /** How long a command waits for the stories while many articles are joined; without limit by default. */
  readonly storyWaitMs?: number;
  readonly observer?: Observer;
  /** What this process does, if it is one of several; by default everything. */
  readonly role?: Omit<RoleParts, 'answers'>;
  /** Aborts when the app is to end soon: long reads and joining then reject with its reason. */
  readonly signal?: AbortSignal;
}

/** Opens the store and creates everything around it. Throws a UserError if the store cannot be opened. */
export async function openApp(
  config: Config,
  log: Log,
  now: () => Date,
  parts: AppParts = {},
): Promise<App> {
  const defaultZone = parseZone(config.defaultZone);
  const { ingests, indexes, joins, delivers } = parts.role ?? ROLES.all;
  const listed = ingests ? await readSourceList(config.sources) : [];
  const once = sayOnce(log, now, parts.signal);
  const store = await openStore(config.storeUrl, {
    records: RECORDS,
    onSkipped: (key, reason) => log.warn({ key, reason }, 'a stored record could not be read'),
    onWrites: {
      refused: once('nothing can be stored; polls and digests wait until it can'),
      again: () => log.info('the store takes writes again'),
    },
    // Once for each new version. A person who runs a verb should see it too, and where the backup is.
    onMigration: (sentence) => log.warn(sentence),
  });
  const { articles } = store;
  const index = new ArticleIndex();
  const older = openOlder(config.indexDays, store, index, now);
  const follower = createFollower(articles, index, parts.signal, older?.window);
  const stories = openStories({
    store,
    joins,
    log,
    onError: once('the stories could not follow the store'),
    window: older?.window,
    signal: parts.signal,
  });
  const settings = store.records('settings');
  const sources = store.records('sources');
  const fetcher =
    parts.fetcher ??
    createFetcher({
      now,
      allowedAddresses: config.allowedAddresses,
      ...(config.contactUrl !== undefined && { contactUrl: config.contactUrl }),
    });
  const pages = createPageReader({
    threads: Math.min(MOST_PAGE_THREADS, availableParallelism()),
    attempts: createPageAttempts(store.records('page-attempts'), now),
    onError: (err) => log.error({ err }, 'the thread that reads pages failed'),
    onUnrecorded: (err) => log.error({ err }, 'a page was not read: that could not be recorded'),
  });
  const ingest = createIngest(config, {
    listed,
    sources,
    states: store.records('files'),
    memories: store.records('entries'),
    claims: store.records('polls'),
    locks: store.locks,
    articles,
    fetcher,
    pages,
    log,
    now,
    isWritable: () => store.writeFault() === undefined,
    ...(parts.observer && { observer: parts.observer }),
  });
  const { keepDays, storeUrl, indexDays: days } = config;
  const pruner = createPruner({ store, index, older: older?.lists, keepDays, now, log });
  const keptIndex = keepIndex({ storeUrl, store, index, follower, days, log });
  let loaded = false;
  let following: Repeating | undefined;
  let watching: Repeating | undefined;
  let pruning: Repeating | undefined;
  let preparing: Repeating | undefined;
  const readingOf = createReadingCache(READING_CACHE_CHARACTERS);
  const news: News = {
    index,
    articles,
    stories: stories.settled,
    sources,
    readingOf,
    cache: createDigestCache(index, stories),
    usualLanguages: createUsualLanguages({ settings, guilds: store.records('guilds') }),
  };
  // Editions wait for their stories, so they don't share what commands are told in the meantime.
  const waitMs = parts.storyWaitMs;
  const answered: News = { ...news, cache: createDigestCache(index, stories) };
  const newsForCommands =
    waitMs === undefined ? news : { ...answered, stories: stories.within(waitMs) };
  const services = buildServices(config, {
    defaultZone,
    articles,
    index,
    ...(older && { older: older.articles, olderLists: older.lists }),
    stories: newsForCommands.stories,
    storyLinks: createStoryLinks(articles),
    memories: store.records('entries'),
    subscriptions: store.records('subscriptions'),
    editions: store.records('editions'),
    settings,
    sources,
    readingOf,
    cache: newsForCommands.cache,
    news: newsForCommands,
    fetcher,
    pages,
    readSource: parts.readSource ?? createReadSource(fetcher),
    now,
    health: createHealth({ index, store, keepDays, now, isReading: () => !loaded }),
  });

  function startFollowing(): void {
    following = repeat(
      () => follower.catchUp(),
      FOLLOW_INTERVAL_MS,
      once('the index could not follow the store'),
    );
    keptIndex.start();
    preparing = older?.prepare(log, once('the articles could not be made searchable'));
  }

  return {
    ...ingest,
    store,
    services,
    news,
    publishedNews: { ...newsForCommands, stories: stories.published },
    sources,
    storyCount: () => stories.storyCount(),
    indexBytes: () => index.bytes,
    prune: () => pruner.prune(),
    async load() {
      if (indexes) await keptIndex.load();
      loaded = true;
    },
    async start() {
      watching = repeat(() => store.check(), WATCH_INTERVAL_MS, once('the store is not in order'));
      // Started before the import, so that commands find what a long import has stored so far.
      if (indexes) startFollowing();
      // Apart from the index, which must not wait for the stories of a large store.
      if (indexes || joins) stories.start();
      if (ingests) {
        await ingest.loadSources();
        await ingest.start();
      }
      if (indexes) await follower.catchUp();
      // Last: what the folders have is known now.
      if (delivers)
        pruning = repeat(
          () => store.locks.hold('prune', () => pruner.prune()),
          PRUNE_INTERVAL_MS,
          once('what is too old could not be removed'),
        );
    },
    async close() {
      ingest.stopReading();
      pruner.stop();
      // Closed first, so that no poll keeps waiting for a publisher.
      await fetcher.close();
      const repeated = [following, watching, pruning, preparing];
      await Promise.all([...repeated.map((each) => each?.stop()), ingest.close()]);
      await within<unknown>(JOINING_GRACE_MS, stories.stop(), () => undefined);
      await pages.close();
      await keptIndex.close();
      await store.close();
    },
  };
}
