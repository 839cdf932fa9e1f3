import { availableParallelism } from 'node:os';
import type { Services } from '../command/services.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createDigestCache } from '../digest/digest-cache.ts';
import type { News } from '../digest/news.ts';
import { ArticleIndex } from '../index/article-index.ts';
import { createFollower } from '../index/follow-articles.ts';
import { followStories } from '../story/book/follow-stories.ts';
import { limitWait } from '../story/book/limit-wait.ts';
import { StoryBook } from '../story/book/story-book.ts';
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
import { buildServices } from './build-services.ts';
import { createHealth } from './create-health.ts';
import { createIngest, type Ingest } from './ingest.ts';
import { RECORDS, type Records } from './records.ts';

/** How often the index and the stories ask the store for what this or another process has imported. */
const FOLLOW_INTERVAL_MS = 250;

/** Pages that are read at once where there are as many cores. Each may take 256 MB for a page of the largest size. */
const MOST_PAGE_THREADS = 2;

/** How often the store is checked to be the one that was opened. */
const WATCH_INTERVAL_MS = 5000;

/** An error that comes back within this time is the same one. */
const SAME_ERROR_MS = 60_000;

/** Everything around one store, without Discord. */
export interface App extends Omit<Ingest, 'start'> {
  readonly store: Store<Records>;
  readonly services: Services;
  /** What digests are built from. */
  readonly news: News;
  /** The feeds that are read: the host's and the servers'. */
  readonly sources: RecordStore<Source>;
  /** Resolves when the index has every article that was stored at the time of the call. */
  load(): Promise<void>;
  /** Imports the article folders, then keeps following the folders, the sources and the store. */
  start(): Promise<void>;
}

/** The parts that depend on where the app runs: the network, which tests replace, and whether someone waits. */
export interface AppParts {
  readonly readSource?: ReadSource;
  /** Closed together with the app. */
  readonly fetcher?: Fetcher;
  /** How long a command waits for the stories while many articles are joined; without limit by default. */
  readonly storyWaitMs?: number;
}

/** Opens the store and creates everything around it. Throws a UserError if the store cannot be opened. */
export async function openApp(
  config: Config,
  log: Log,
  now: () => Date,
  parts: AppParts = {},
): Promise<App> {
  const defaultZone = parseZone(config.defaultZone);
  const listed = await readSourceList(config.sources);
  const store = await openStore(config.storeUrl, {
    records: RECORDS,
    onSkipped: (key, reason) => log.warn({ key, reason }, 'a stored record could not be read'),
  });
  const { articles } = store;
  const index = new ArticleIndex();
  const follower = createFollower(articles, index);
  const book = new StoryBook();
  const stories = followStories(articles, book);
  const subscriptions = store.records('subscriptions');
  const editions = store.records('editions');
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
  });
  const ingest = createIngest(config, {
    listed,
    sources,
    states: store.records('files'),
    memories: store.records('entries'),
    claims: store.records('polls'),
    articles,
    fetcher,
    pages,
    log,
    now,
  });
  let loaded = false;
  let following: Repeating | undefined;
  let joining: Repeating | undefined;
  let watching: Repeating | undefined;
  const once = sayOnce(log, now);
  const readingOf = createReadingCache(READING_CACHE_CHARACTERS);
  const news: News = {
    index,
    articles,
    stories,
    sources,
    readingOf,
    cache: createDigestCache(index, book),
  };
  // Editions wait for their stories however long it takes.
  const newsForCommands: News =
    parts.storyWaitMs === undefined
      ? news
      : { ...news, stories: limitWait(stories, parts.storyWaitMs) };
  const services = buildServices(config, {
    defaultZone,
    articles,
    index,
    stories: newsForCommands.stories,
    storyLinks: book,
    memories: store.records('entries'),
    subscriptions,
    editions,
    sources,
    readingOf,
    news: newsForCommands,
    fetcher,
    pages,
    readSource: parts.readSource ?? createReadSource(fetcher),
    now,
    health: createHealth({ index, store, now, isReading: () => !loaded }),
  });

  return {
    ...ingest,
    store,
    services,
    news,
    sources,
    async load() {
      await follower.load();
      loaded = true;
    },
    async start() {
      await ingest.loadSources();
      // Started before the import, so that commands find what a long import has stored so far.
      following = repeat(
        () => follower.catchUp(),
        FOLLOW_INTERVAL_MS,
        once('the index could not follow the store'),
      );
      watching = repeat(() => store.check(), WATCH_INTERVAL_MS, once('the store is not in order'));
      // Apart from the index, which must not wait for the stories of a large store.
      joining = repeat(
        () => stories.keepUp(),
        FOLLOW_INTERVAL_MS,
        once('the stories could not follow the store'),
      );
      await ingest.start();
      await follower.catchUp();
    },
    async close() {
      ingest.stopReading();
      // Closed first, so that no poll keeps waiting for a publisher.
      await fetcher.close();
      await Promise.all([following?.stop(), joining?.stop(), watching?.stop(), ingest.close()]);
      await pages.close();
      await store.close();
    },
  };
}

/** Logs an error of repeated work, but not again while it lasts. */
function sayOnce(log: Log, now: () => Date): (text: string) => (err: unknown) => void {
  return (text) => {
    let last = '';
    let lastAt = 0;
    return (err) => {
      const at = now().getTime();
      const lasts = String(err) === last && at - lastAt < SAME_ERROR_MS;
      if (!lasts) log.error({ err }, text);
      last = String(err);
      lastAt = at;
    };
  };
}
