import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBreather } from '../../src/slices.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
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
  readonly bytesAnArticle: number;
  readonly peakBytes: number;
  /** Milliseconds of delay of the event loop, and of processor time in one of its turns. */
  readonly delay: { readonly p99: number; readonly max: number };
  readonly turn: { readonly p99: number; readonly max: number };
  /** Milliseconds to settle. */
  readonly lateOne: number;
  readonly lateMany: number;
  /** Milliseconds to find and describe the stories of a day's articles, for the first time and again. */
  readonly day: { readonly articles: number; readonly first: number; readonly again: number };
}

const DAY_HOURS = 24;
const LATE_HOUR = STREAM_HOURS - 20 * DAY_HOURS;
export const LATE_ARTICLES = 100;

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
  let [hour, fed] = [0, 0];
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
  }
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const first = (await watch.during(async () => void (await book.storiesOf(day)))) * 1000;
  const again = (await watch.during(async () => void (await book.storiesOf(day)))) * 1000;
  const lateOne = (await watch.during(() => feed(book, late.splice(0, 1)))) * 1000;
  const lateMany = (await watch.during(() => feed(book, late.splice(0)))) * 1000;
  const bytesAnArticle = (usedBytes() - before) / count;
  const stories = await book.storiesOf(ids);
  return {
    articles: count,
    stories: stories.length,
    largest: Math.max(...stories.map(({ articleIds }) => articleIds.length)),
    rates: spent.map((tenth) => tenth.articles / tenth.seconds),
    bytesAnArticle,
    peakBytes,
    ...watch.figures(),
    lateOne,
    lateMany,
    day: { articles: day.length, first, again },
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

/** Measures work that pauses: its processor time, and what it does to the event loop. */
function watchLoop() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const turns: number[] = [];
  return {
    during: async (work: () => Promise<void>): Promise<number> => {
      const start = cpuSeconds();
      let last = start;
      const turn = (): void => {
        const now = cpuSeconds();
        turns.push(1000 * (now - last));
        last = now;
        immediate = setImmediate(turn);
      };
      let immediate = setImmediate(turn);
      delay.enable();
      await work();
      delay.disable();
      clearImmediate(immediate);
      return cpuSeconds() - start;
    },
    figures: () => ({
      delay: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
      turn: { p99: percentile(turns, 0.99), max: percentile(turns, 1) },
    }),
  };
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
