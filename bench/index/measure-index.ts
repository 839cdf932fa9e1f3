import type { Article } from '../../src/article/article.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { isStopWord } from '../../src/text/stop-words.ts';
import { splitTokens } from '../../src/text/tokens.ts';
import { createRandom } from '../support/build-news.ts';
import { buildNewswire } from '../support/build-newswire.ts';
import { engines, wrapIndex, type EngineName } from './engines.ts';

/** Milliseconds of each call. */
export type Times = readonly number[];

/** The measurements of one engine. Each engine runs in a process of its own, so that memory is counted apart. */
export interface Measurement {
  /** Building, in µs of wall time an article. */
  readonly buildUs: number;
  /** The same in processor time, garbage collection included; other load on the machine affects it less. */
  readonly cpuUs: number;
  /** Heap and external memory. */
  readonly bytes: number;
  readonly put: Times;
  readonly twoWords: Times;
  readonly replace: Times;
  /** Operations that only our index has, by name. */
  readonly more: Readonly<Record<string, Times>>;
}

const QUERIES = 400;
/** How often each query runs. The fastest run counts, which leaves out other load on the machine. */
const REPEATS = 2;
const REPLACED = 300;
/** Fewer, because FlexSearch scans all its words to replace one article. */
const REPLACED_BY_PEERS = 5;
/** Articles generated at a time, before the clock starts. */
const BATCH = 500;
const NOW = new Date('2024-12-01T00:00:00Z');

function measure(name: EngineName, count: number): Measurement {
  const index = new ArticleIndex();
  const engine = name === 'dateline' ? wrapIndex(index) : engines[name]();
  const put: number[] = [];
  const sample: Article[] = [];
  let cpuUs = 0;
  const before = usedBytes();
  for (const batch of batches(buildNewswire(count))) {
    const cpu = process.cpuUsage();
    for (const article of batch) put.push(time(() => engine.put(article)));
    const { user, system } = process.cpuUsage(cpu);
    cpuUs += (user + system) / count;
    const every = Math.ceil(count / QUERIES);
    for (const [i, article] of batch.entries()) {
      if ((put.length - batch.length + i) % every === 0) sample.push(copy(article));
    }
  }
  const bytes = usedBytes() - before - sampleBytes(sample);
  const samples = sample.map(pickWords);
  // Warms up compilers and caches, for every engine alike.
  for (const { pair } of samples.slice(0, 50)) engine.find(pair);
  const twoWords = samples.map(({ pair }) => timeFastest(() => engine.find(pair)));
  const more = name === 'dateline' ? measureMore(index, samples, sample) : {};
  const replaced = sample.slice(0, name === 'dateline' ? REPLACED : REPLACED_BY_PEERS);
  const replace = replaced.map((article) => time(() => engine.replace(article)));
  const buildUs = (put.reduce((sum, ms) => sum + ms, 0) * 1000) / count;
  return { buildUs, cpuUs, bytes, put, twoWords, replace, more };
}

/** Words of one article, for queries. */
interface SampleWords {
  /** Two content words, drawn in proportion to their frequency. */
  readonly pair: string;
  readonly word: string;
  readonly three: string;
  /** Three consecutive words. */
  readonly phrase: string;
}

const random = createRandom(7);

function pickWords({ text }: Article): SampleWords {
  const tokens = splitTokens(text).map((token) => token.text);
  const content = tokens.filter(
    (token) => token.length > 2 && !isStopWord(token.toLowerCase(), 'en'),
  );
  const draw = (): string => content[Math.floor(random() * content.length)]!;
  const [a, b, c] = [draw(), draw(), draw()];
  const at = Math.floor(random() * (tokens.length - 3));
  return {
    pair: `${a} ${b}`,
    word: a,
    three: `${a} ${b} ${c}`,
    phrase: tokens.slice(at, at + 3).join(' '),
  };
}

const filterOf = (query: string) => compileNarrowing(parseQuery(query, NOW));

function measureMore(
  index: ArticleIndex,
  samples: readonly SampleWords[],
  sample: readonly Article[],
): Record<string, Times> {
  const page = { limit: 10 };
  const search = (query: string): unknown => index.search(filterOf(query), page);
  const timeEach = (work: (words: SampleWords) => unknown): Times =>
    samples.map((words) => timeFastest(() => work(words)));
  return {
    'one word': timeEach(({ word }) => search(word)),
    'three words': timeEach(({ three }) => search(three)),
    'phrase of three': timeEach(({ phrase }) => search(`"${phrase}"`)),
    'word -word since:': timeEach(({ pair }) =>
      search(`${pair.replace(' ', ' -')} since:2024-02-01`),
    ),
    'newest on a topic': timeEach(({ word }) => index.newest(filterOf(word), page)),
    'suggested titles': sample.map(({ title }) =>
      timeFastest(() => index.suggestTitles(title.slice(0, 12), 25)),
    ),
    remove: sample.slice(0, REPLACED).map(({ id }) => time(() => index.remove(id))),
    'put again': sample.slice(0, REPLACED).map((article) => time(() => index.put(article))),
  };
}

function* batches(articles: Iterable<Article>): Generator<Article[]> {
  let batch: Article[] = [];
  for (const article of articles) {
    // Copied, so that strings are flat and share no memory, as when they are read from a store.
    batch.push(copy(article));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function copy(article: Article): Article {
  return JSON.parse(JSON.stringify(article)) as Article;
}

function time(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function timeFastest(work: () => unknown): number {
  return Math.min(...Array.from({ length: REPEATS }, () => time(work)));
}

function usedBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The memory of the articles that are kept for queries: almost all of it is their characters. */
function sampleBytes(sample: readonly Article[]): number {
  return sample.reduce((sum, article) => sum + JSON.stringify(article).length, 0);
}

const [name, count] = process.argv.slice(2);
if (name !== undefined && Object.hasOwn(engines, name)) {
  process.stdout.write(JSON.stringify(measure(name as EngineName, Number(count))));
}
