import { setImmediate as turnOver } from 'node:timers/promises';
import type { Article } from '../../src/article/article.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { createFollower } from '../../src/index/follow-articles.ts';
import { createLog } from '../../src/log.ts';
import { RECORDS } from '../../src/run/records.ts';
import { createPruner } from '../../src/run/retention/pruner.ts';
import { openStore } from '../../src/store/open-store.ts';
import { followStories } from '../../src/story/book/follow-stories.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import {
  FIRST_DAY_MS,
  buildStoryStream,
  type StreamArticle,
} from '../support/build-story-stream.ts';
import { percentile } from '../support/percentile.ts';

/** The state at the end of some days. */
export interface DayFigures {
  readonly day: number;
  readonly articles: number;
  /** Of the database and its log. */
  readonly fileBytes: number;
  /** Heap and array buffers, after garbage collection. */
  readonly usedBytes: number;
  readonly rssBytes: number;
  /** The processor time of a turn of the event loop since the row before. */
  readonly turnP99Ms: number;
  readonly turnMaxMs: number;
  /** Of a day since the row before. */
  readonly cpuSeconds: number;
}

const HOUR_MS = 3_600_000;
const DAYS_A_ROW = 10;
/** A running bot prunes more often, and then removes less at a time. */
const HOURS_A_PRUNE = 6;

/** Feeds the articles of each hour to a store, keeps index and stories in step, and prunes as the bot does. */
async function measure(path: string, days: number, perDay: number, keepDays: number) {
  const store = await openStore(`sqlite:${path}`, { records: RECORDS });
  const index = new ArticleIndex();
  const follower = createFollower(store.articles, index);
  const stories = followStories(store.articles, new StoryBook());
  let nowMs = FIRST_DAY_MS;
  const now = (): Date => new Date(nowMs);
  const pruner = createPruner({ store, index, keepDays, now, log: createLog('warn', false) });
  await follower.load();
  const watch = watchTurns();
  let hour = 0;
  let cpu = cpuSeconds();
  for (const articles of buildStoryStream(days * perDay, days)) {
    // What the generator leaves behind is not counted, and its turn neither.
    await turnOver();
    watch.skip();
    await store.articles.putMany(articles.map(toArticle), now());
    hour += 1;
    nowMs += HOUR_MS;
    if (hour % HOURS_A_PRUNE === 0) await pruner.prune();
    await follower.catchUp();
    await stories.keepUp();
    if (hour % (24 * DAYS_A_ROW) !== 0) continue;
    const spent = cpuSeconds() - cpu;
    const figures: DayFigures = {
      day: hour / 24,
      articles: index.size,
      fileBytes: await store.measureBytes(),
      ...collectGarbage(),
      ...watch.figures(),
      cpuSeconds: spent / DAYS_A_ROW,
    };
    console.log(JSON.stringify(figures));
    cpu = cpuSeconds();
  }
  watch.stop();
  await store.close();
}

function toArticle({ id, title, text, lang, publishedAt }: StreamArticle, at: number): Article {
  const source = `Source ${at % 40}`;
  const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    id,
    title,
    text,
    lang,
    publishedAt,
    source,
    url: `https://www.source${at % 40}.example/world/${slug}`,
    dateBasis: 'header',
    captions: [],
    subheads: [],
  };
}

function collectGarbage(): { usedBytes: number; rssBytes: number } {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { usedBytes: heapUsed + arrayBuffers, rssBytes: rss };
}

function watchTurns() {
  let turns: number[] = [];
  let last = cpuSeconds();
  let immediate = setImmediate(turn);
  function turn(): void {
    const at = cpuSeconds();
    turns.push(1000 * (at - last));
    last = at;
    immediate = setImmediate(turn);
  }
  return {
    skip: () => {
      last = cpuSeconds();
      turns.pop();
    },
    figures: () => {
      const figures = { turnP99Ms: percentile(turns, 0.99), turnMaxMs: percentile(turns, 1) };
      turns = [];
      last = cpuSeconds();
      return figures;
    },
    stop: () => clearImmediate(immediate),
  };
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const [path = '', ...numbers] = process.argv.slice(2);
const [days = 0, perDay = 0, keepDays = 0] = numbers.map(Number);
await measure(path, days, perDay, keepDays);
