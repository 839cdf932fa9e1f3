import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createFollower } from '../../src/index/follow-articles.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import type { Store } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildManyArticles } from '../../tests/support/build-many-articles.ts';
import { iterateBare, openBare, writeBare } from './bare-libsql.ts';

/** The result of one job. Each job runs in a process of its own, so that memory is counted apart. */
export interface Measurement {
  readonly ms: number;
  readonly peakMb: number;
  /** The event loop's delay, max and p99; 0 if the loop never turned. */
  readonly loopMaxMs: number;
  readonly loopP99Ms: number;
}

/** The jobs. `path` is a database file: empty before a write, filled before the others. */
const jobs = {
  'bare write': (path, count) => {
    const database = openBare(path);
    return timeBatches(count, (articles) => writeBare(database, articles));
  },
  'store write': (path, count) => withStore(path, (store) => putAll(store, count)),
  'store write again': (path, count) => withStore(path, (store) => putAll(store, count)),
  'bare iterate': (path, count) => {
    const database = openBare(path);
    return time(() => expectCount(count, iterateBare(database)));
  },
  'store iterate': (path, count) =>
    withStore(path, (store) =>
      time(async () => {
        let seen = 0;
        for await (const article of store.articles.iterate()) if (article.text !== '') seen += 1;
        expectCount(count, seen);
      }),
    ),
  'index load': (path, count) =>
    withStore(path, (store) =>
      time(async () => {
        const index = new ArticleIndex();
        await createFollower(store.articles, index).load();
        expectCount(count, index.size);
      }),
    ),
} as const satisfies Record<string, (path: string, count: number) => Promise<number>>;

export type Job = keyof typeof jobs;

const delay = monitorEventLoopDelay({ resolution: 1 });
const now = new Date('2024-06-01T00:00:00.000Z');
/** As many as an importer hands over at once. */
const batchArticles = 1_000;

function putAll(store: Store, count: number): Promise<number> {
  return timeBatches(count, (articles) => store.articles.putMany(articles, now));
}

/** Times only the writing, not the generating of the articles. */
async function timeBatches(
  count: number,
  write: (articles: ReturnType<typeof buildManyArticles>) => unknown,
): Promise<number> {
  let ms = 0;
  for (let first = 0; first < count; first += batchArticles) {
    const articles = buildManyArticles(batchArticles, 3_500, first);
    await new Promise(setImmediate);
    ms += await time(() => write(articles));
  }
  return ms;
}

async function time(work: () => unknown): Promise<number> {
  delay.enable();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  delay.disable();
  return ms;
}

async function withStore(path: string, work: (store: Store) => Promise<number>): Promise<number> {
  const store = await openStore(`sqlite:${path}`);
  const ms = await work(store);
  await store.close();
  return ms;
}

function expectCount(expected: number, seen: number): void {
  if (seen !== expected) throw new Error(`${seen} articles instead of ${expected}`);
}

const [job, path = '', count] = process.argv.slice(2);
if (job !== undefined && job in jobs) {
  const ms = await jobs[job as Job](path, Number(count));
  const measurement: Measurement = {
    ms,
    peakMb: process.resourceUsage().maxRSS / 1024,
    loopMaxMs: delay.max / 1e6,
    loopP99Ms: delay.percentile(99) / 1e6,
  };
  process.stdout.write(JSON.stringify(measurement));
}
