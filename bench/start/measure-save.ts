import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { createFollower } from '../../src/index/follow-articles.ts';
import { createSavedIndex } from '../../src/index/saved/saved-index.ts';
import { RECORDS } from '../../src/run/records.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What it costs to load an index from its file, and to save it there again. */
export interface SaveFigures {
  readonly load: Cost;
  readonly save: Cost;
  /** What loading adds to the memory of the process (RSS). */
  readonly memoryMb: number;
}

interface Cost {
  readonly ms: number;
  /** Of all threads. */
  readonly cpuMs: number;
  /** The longest delay of the event loop, other load on the machine included. */
  readonly delayMs: number;
  /** The most processor time of all threads between two turns of the event loop, which leaves that out. */
  readonly turnMs: number;
}

/** The share of the articles that is changed before the save, since an unchanged index isn't saved. */
const CHANGED_SHARE = 0.01;
const LEAST_CHANGED = 500;

async function measure(path: string): Promise<SaveFigures> {
  const store = await openStore(`sqlite:${path}`, { records: RECORDS });
  const { articles } = store;
  const index = new ArticleIndex();
  const follower = createFollower(articles, index);
  const saves = store.records('index-saves');
  const parts = { path: `${path}.index`, index, articles, follower, saves };
  const before = process.memoryUsage.rss();
  const saved = createSavedIndex(parts);
  const load = await watch(async () => {
    const { kind } = await saved.load();
    if (kind !== 'loaded') throw new Error(`The index was not loaded: ${kind}`);
  });
  globalThis.gc?.();
  const memoryMb = (process.memoryUsage.rss() - before) / 1e6;
  const changed = Math.max(LEAST_CHANGED, CHANGED_SHARE * index.size);
  const ids = index.newest({}, { limit: changed }).entries.map(({ id }) => id);
  for (const article of await articles.getMany(ids)) if (article) index.put(article);
  const save = await watch(async () => {
    if (!(await saved.save(AbortSignal.timeout(600_000)))) throw new Error('Nothing was saved');
  });
  await store.close();
  return { load, save, memoryMb };
}

async function watch(work: () => Promise<void>): Promise<Cost> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  let last = { at: startedAt, cpuMs: 0 };
  let turnMs = 0;
  const cpuMs = (): number => {
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 1000;
  };
  const turn = (): void => {
    const now = { at: performance.now(), cpuMs: cpuMs() };
    turnMs = Math.max(turnMs, Math.min(now.at - last.at, now.cpuMs - last.cpuMs));
    last = now;
    immediate = setImmediate(turn);
  };
  let immediate = setImmediate(turn);
  await work();
  const ms = performance.now() - startedAt;
  clearImmediate(immediate);
  delay.disable();
  return { ms, cpuMs: cpuMs(), delayMs: delay.max / 1e6, turnMs };
}

process.stdout.write(JSON.stringify(await measure(process.argv[2] ?? '')));
