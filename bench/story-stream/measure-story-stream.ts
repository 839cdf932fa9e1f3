import { ArticleIndex } from '../../src/index/article-index.ts';
import { createBreather } from '../../src/slices.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import { measureStored, type StoredFigures } from './measure-stored.ts';
import { buildNewswire } from '../support/build-newswire.ts';
import { percentile } from '../support/percentile.ts';
import {
  buildStoryStream,
  STREAM_HOURS,
  type StreamArticle,
} from '../support/build-story-stream.ts';

/** The figures of a stream. Seconds are processor time, garbage collection included. */
export interface StreamFigures {
  readonly articles: number;
  readonly stories: number;
  readonly largest: number;
  /** Articles a second, by tenth of the stream. */
  readonly rates: readonly number[];
  /** The same for the search index and some of the articles: what the machine can do at present. */
  readonly indexRate: number;
  readonly bytesAnArticle: number;
  readonly peakBytes: number;
  /** Milliseconds of a turn of the event loop, for which an event may have to wait, and its processor time. */
  readonly delay: { readonly p99: number; readonly max: number };
  readonly turn: { readonly p99: number; readonly max: number };
  /** The delay with the late articles. */
  readonly lateDelay: { readonly p99: number; readonly max: number };
  /** The delay where the slices only count, so that all of it is the machine's. */
  readonly idleDelay: { readonly p99: number; readonly max: number };
  /** Milliseconds to settle. */
  readonly lateOne: number;
  readonly lateMany: number;
  /** Milliseconds to remove the articles of the oldest day at once and settle. */
  readonly oldestDay: { readonly articles: number; readonly ms: number };
  readonly stored: StoredFigures;
  /** Milliseconds to find and describe the stories of a day's articles, for the first time and again. */
  readonly day: { readonly articles: number; readonly first: number; readonly again: number };
}

const DAY_HOURS = 24;
const LATE_HOUR = STREAM_HOURS - 20 * DAY_HOURS;
const LATE_ARTICLES = 100;
const INDEXED = 4000;
const COUNTING_MS = 10_000;

/** Feeds a stream of articles to a book hour by hour, and some of them late. */
async function measure(count: number): Promise<StreamFigures> {
  const before = usedBytes();
  const book = new StoryBook();
  const watch = watchLoop();
  const late: StreamArticle[] = [];
  const day: string[] = [];
  const ids: string[] = [];
  const spent = Array.from({ length: 10 }, () => ({ articles: 0, seconds: 0 }));
  const lateEvery = Math.floor((STREAM_HOURS - LATE_HOUR) / (LATE_ARTICLES + 1));
  let [hour, fed, firstDay] = [0, 0, 0];
  for (const articles of buildStoryStream(count)) {
    const isHeldBack = hour >= LATE_HOUR && (hour - LATE_HOUR) % lateEvery === 0;
    if (isHeldBack && late.length <= LATE_ARTICLES) late.push(...articles.splice(0, 1));
    if (hour >= STREAM_HOURS - DAY_HOURS) day.push(...articles.map(({ id }) => id));
    // What the generator leaves behind is not counted.
    globalThis.gc?.({ type: 'minor' });
    const seconds = await watch.during(() => feed(book, articles));
    const tenth = spent[Math.min(9, Math.floor((10 * fed) / count))]!;
    tenth.articles += articles.length;
    tenth.seconds += seconds;
    for (const { id } of articles) ids.push(id);
    fed += articles.length;
    hour += 1;
    if (hour === DAY_HOURS) firstDay = fed;
  }
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const first = (await watch.during(async () => void (await book.storiesOf(day)))) * 1000;
  const again = (await watch.during(async () => void (await book.storiesOf(day)))) * 1000;
  const feeding = watch.figures();
  const lateOne = (await watch.during(() => feed(book, late.splice(0, 1)))) * 1000;
  const lateMany = (await watch.during(() => feed(book, late.splice(0)))) * 1000;
  const bytesAnArticle = (usedBytes() - before) / count;
  const stories = await book.storiesOf(ids);
  const stored = await measureStored(book, day, usedBytes);
  const oldest = ids.slice(0, firstDay);
  const oldestMs = (await watch.during(() => forget(book, oldest))) * 1000;
  return {
    articles: count,
    stories: stories.length,
    largest: Math.max(...stories.map(({ articleIds }) => articleIds.length)),
    rates: spent.map((tenth) => tenth.articles / tenth.seconds),
    bytesAnArticle,
    peakBytes,
    indexRate: measureIndex(),
    ...feeding,
    lateDelay: watch.figures().delay,
    idleDelay: await measureCounting(),
    lateOne,
    lateMany,
    oldestDay: { articles: oldest.length, ms: oldestMs },
    day: { articles: day.length, first, again },
    stored,
  };
}

async function feed(book: StoryBook, articles: readonly StreamArticle[]): Promise<void> {
  const breathe = createBreather();
  for (const article of articles) {
    book.put(article);
    await breathe();
  }
  await book.settle();
}

async function forget(book: StoryBook, ids: readonly string[]): Promise<void> {
  const breathe = createBreather();
  for (const id of ids) {
    book.remove(id);
    await breathe();
  }
  await book.settle();
}

/** Articles a second of processor time into the search index. */
function measureIndex(): number {
  const index = new ArticleIndex();
  const articles = [...buildNewswire(INDEXED)];
  const warmUp = INDEXED / 4;
  for (const article of articles.slice(0, warmUp)) index.put(article);
  const start = cpuSeconds();
  for (const article of articles.slice(warmUp)) index.put(article);
  return (INDEXED - warmUp) / (cpuSeconds() - start);
}

/** The delay of the event loop while slices of the usual length do nothing but count. */
async function measureCounting(): Promise<StreamFigures['delay']> {
  const watch = watchLoop();
  await watch.during(async () => {
    const breathe = createBreather();
    const end = performance.now() + COUNTING_MS;
    while (performance.now() < end) await breathe();
  });
  return watch.figures().delay;
}

/** Measures work that pauses: its processor time, and what it does to the event loop. */
function watchLoop() {
  const delays: number[] = [];
  const turns: number[] = [];
  return {
    during: async (work: () => Promise<void>): Promise<number> => {
      const start = cpuSeconds();
      let last = { cpu: start, at: performance.now() };
      const turn = (): void => {
        const now = { cpu: cpuSeconds(), at: performance.now() };
        delays.push(now.at - last.at);
        turns.push(1000 * (now.cpu - last.cpu));
        last = now;
        immediate = setImmediate(turn);
      };
      let immediate = setImmediate(turn);
      await work();
      clearImmediate(immediate);
      return cpuSeconds() - start;
    },
    figures: () => ({ delay: summarize(delays), turn: summarize(turns) }),
  };
}

function summarize(times: readonly number[]): { readonly p99: number; readonly max: number } {
  return { p99: percentile(times, 0.99), max: percentile(times, 1) };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Heap and array buffers. */
function usedBytes(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

console.log(JSON.stringify(await measure(Number(process.argv[2]))));
