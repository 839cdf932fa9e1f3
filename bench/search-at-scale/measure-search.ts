import { ArticleIndex } from '../../src/index/article-index.ts';
import { createFollower } from '../../src/index/follow-articles.ts';
import { createIndexWindow } from '../../src/index/index-window.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { createOlderArticles } from '../../src/index/older/older-articles.ts';
import { searchAll } from '../../src/index/older/search-all.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import { describeStory } from '../../src/story/describe-story.ts';
import { isStopWord } from '../../src/text/stop-words.ts';
import { splitTokens } from '../../src/text/tokens.ts';
import { createRandom } from '../support/build-news.ts';
import { planScale } from './scale.ts';

/** Milliseconds of each call, by what was asked. */
interface SearchTimes {
  readonly all: readonly number[];
  /** The same of the index in memory alone. */
  readonly memory: readonly number[];
  /** Processor time of this process for each call that also asks the database. */
  readonly cpuMs: number;
}

/** How many searches found an older article, had more than could be looked at, and took too long. */
interface Found {
  older: number;
  cut: number;
  givenUp: number;
}

/** What a process with the newest days in memory costs. */
export interface ScaleFigures {
  readonly indexed: number;
  readonly startMs: number;
  readonly startCpuMs: number;
  readonly rssMb: number;
  readonly heapMb: number;
  readonly found: Readonly<Record<string, Readonly<Found>>>;
  readonly times: Readonly<Record<string, SearchTimes>>;
  /** Opening a list, and a story and its articles. */
  readonly pages: Readonly<Record<string, readonly number[]>>;
  /** The articles that were joined before, and how long that took. */
  readonly joined: number;
  readonly joinedMs: number;
}

const QUERIES = 200;
const PAGE = { limit: 5 } as const;
/** The articles that a list of stories looks at. */
const LISTED = 1_000;

async function measure(url: string, count: number): Promise<ScaleFigures> {
  const { now, days } = planScale(count);
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const store = await openStore(url);
  const { articles, search } = store;
  const window = createIndexWindow(days, () => now, search)!;
  const index = new ArticleIndex();
  await createFollower(articles, index, undefined, window).load();
  const startMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const older = createOlderArticles({ index, window, articles, search });

  const queries = await pickQueries();
  const found: Record<string, Found> = {};
  const times: Record<string, SearchTimes> = {};
  for (const [name, texts] of Object.entries(queries)) {
    const tally = (found[name] = { older: 0, cut: 0, givenUp: 0 });
    const all: number[] = [];
    const memory: number[] = [];
    const before = process.cpuUsage();
    for (const text of texts) {
      const narrowing = parseQuery(text, now);
      const from = performance.now();
      const result = await searchAll(index, older, narrowing, PAGE);
      all.push(performance.now() - from);
      if (result.older?.kind !== 'searched') {
        tally.givenUp += 1;
        continue;
      }
      if (result.older.hits.length > 0) tally.older += 1;
      if (result.older.candidates > result.older.lookedAt) tally.cut += 1;
    }
    const spent = process.cpuUsage(before);
    for (const text of texts) {
      // Not the matches that were kept.
      const asked = compileNarrowing({ ...parseQuery(text, now), languages: ['en'] });
      const from = performance.now();
      index.search(asked, PAGE);
      memory.push(performance.now() - from);
    }
    times[name] = { all, memory, cpuMs: (spent.user + spent.system) / 1000 / texts.length };
  }

  const measured = await measurePages();
  await store.close();
  return {
    indexed: index.size,
    startMs,
    startCpuMs: (user + system) / 1000,
    rssMb: rss / 1e6,
    heapMb: (heapUsed + external) / 1e6,
    found,
    times,
    ...measured,
  };

  /** Words of articles of any age: two of one article, and five in a row that begin with a content word. */
  async function pickQueries(): Promise<Record<string, string[]>> {
    const random = createRandom(7);
    const { articles: known } = (await search!.find({ until: now.getTime() }))!;
    const ids = Array.from(
      { length: QUERIES },
      () => known[Math.floor(random() * known.length)]!.id,
    );
    const picked: Record<string, string[]> = { 'two words': [], 'a rare phrase': [] };
    for (const article of await articles.getMany(ids)) {
      const tokens = splitTokens(article!.text).map(({ text }) => text);
      const content = tokens.filter(
        (token) => token.length > 2 && !isStopWord(token.toLowerCase(), 'en'),
      );
      const draw = (): string => content[Math.floor(random() * content.length)]!;
      const word = Math.floor(random() * content.length);
      const at = Math.min(tokens.indexOf(content[word]!), tokens.length - 5);
      picked['two words']!.push(`${draw()} ${draw()}`);
      picked['a rare phrase']!.push(`"${tokens.slice(at, at + 5).join(' ')}"`);
    }
    return picked;
  }

  /** What lists and stories cost, with as many articles in stories as a list looks at and a few thousand before them. */
  async function measurePages(): Promise<Pick<ScaleFigures, 'pages' | 'joined' | 'joinedMs'>> {
    const book = new StoryBook();
    const { entries } = index.newest({}, { limit: 4 * LISTED });
    const from = performance.now();
    for (const article of await articles.getMany(entries.map(({ id }) => id)))
      if (article) book.put(article);
    await book.settle();
    const joinedMs = performance.now() - from;
    const pages: Record<string, number[]> = { 'the newest articles': [], 'a story': [] };
    for (let at = 0; at < QUERIES; at++) {
      let begin = performance.now();
      const list = index.newest({}, { limit: PAGE.limit, offset: at * PAGE.limit });
      await articles.getMany(list.entries.map(({ id }) => id));
      pages['the newest articles']!.push(performance.now() - begin);
      begin = performance.now();
      const [members] = await book.storiesOf([entries[at * 4]!.id]);
      const story = members && describeStory(members, index, () => true);
      await articles.getMany(story?.articles.map(({ id }) => id) ?? []);
      pages['a story']!.push(performance.now() - begin);
    }
    return { pages, joined: entries.length, joinedMs };
  }
}

const [url = '', count] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(url, Number(count))));
