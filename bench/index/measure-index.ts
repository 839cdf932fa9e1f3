import type { Article } from '../../src/article/article.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { isStopWord } from '../../src/text/stop-words.ts';
import { splitTokens } from '../../src/text/tokens.ts';
import { createRandom } from '../support/build-news.ts';
import { buildNewswire } from '../support/build-newswire.ts';
import { engines, wrapIndex, type EngineName } from './engines.ts';

/** Milliseconds that each call took, or as many as were asked for. */
export type Times = readonly number[];

/** What one engine did with so many articles; each in a process of its own, so that its memory is its own. */
export interface Measurement {
  readonly buildUs: number;
  /** The same in time of processors, the collector's included, which other work on the machine disturbs less. */
  readonly cpuUs: number;
  /** Heap and what stands outside it. */
  readonly bytes: number;
  readonly put: Times;
  readonly twoWords: Times;
  readonly replace: Times;
  /** What only ours does, by name. */
  readonly more: Readonly<Record<string, Times>>;
}

const QUERIES = 400;
/** A question is asked so often, and the fastest answer counts: other work on the machine is no part of it. */
const ASKED = 2;
const REPLACED = 300;
/** FlexSearch looks through all its words for those of one article. */
const REPLACED_BY_PEERS = 5;
/** Articles made at a time, before the clock starts. */
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
  const questions = sample.map(pickWords);
  // Compilers and caches settle before the clock starts, for every engine alike.
  for (const { pair } of questions.slice(0, 50)) engine.find(pair);
  const twoWords = questions.map(({ pair }) => timeFastest(() => engine.find(pair)));
  const more = name === 'dateline' ? measureMore(index, questions, sample) : {};
  const replaced = sample.slice(0, name === 'dateline' ? REPLACED : REPLACED_BY_PEERS);
  const replace = replaced.map((article) => time(() => engine.replace(article)));
  const buildUs = (put.reduce((sum, ms) => sum + ms, 0) * 1000) / count;
  return { buildUs, cpuUs, bytes, put, twoWords, replace, more };
}

interface Question {
  /** Two telling words of one article, drawn as often as they are used. */
  readonly pair: string;
  readonly word: string;
  readonly three: string;
  /** Words in a row. */
  readonly phrase: string;
}

const random = createRandom(7);

function pickWords({ text }: Article): Question {
  const tokens = splitTokens(text).map((token) => token.text);
  const telling = tokens.filter(
    (token) => token.length > 2 && !isStopWord(token.toLowerCase(), 'en'),
  );
  const draw = (): string => telling[Math.floor(random() * telling.length)]!;
  const [a, b, c] = [draw(), draw(), draw()];
  const at = Math.floor(random() * (tokens.length - 3));
  return {
    pair: `${a} ${b}`,
    word: a,
    three: `${a} ${b} ${c}`,
    phrase: tokens.slice(at, at + 3).join(' '),
  };
}

function measureMore(
  index: ArticleIndex,
  questions: readonly Question[],
  sample: readonly Article[],
): Record<string, Times> {
  const page = { limit: 10 };
  const search = (query: string): unknown => index.search(parseQuery(query, NOW), page);
  const ask = (work: (question: Question) => unknown): Times =>
    questions.map((question) => timeFastest(() => work(question)));
  return {
    'one word': ask(({ word }) => search(word)),
    'three words': ask(({ three }) => search(three)),
    'phrase of three': ask(({ phrase }) => search(`"${phrase}"`)),
    'word -word since:': ask(({ pair }) => search(`${pair.replace(' ', ' -')} since:2024-02-01`)),
    'newest on a topic': ask(({ word }) => index.newest({ query: parseQuery(word, NOW) }, page)),
    'suggested titles': sample.map(({ title }) =>
      timeFastest(() => index.suggestTitles(title.slice(0, 12), 25)),
    ),
    vector: sample.map(({ id }) => timeFastest(() => index.vector(id))),
    remove: sample.slice(0, REPLACED).map(({ id }) => time(() => index.remove(id))),
    'put again': sample.slice(0, REPLACED).map((article) => time(() => index.put(article))),
  };
}

function* batches(articles: Iterable<Article>): Generator<Article[]> {
  let batch: Article[] = [];
  for (const article of articles) {
    // As they come out of a store: strings on their own, in one piece.
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
  return Math.min(...Array.from({ length: ASKED }, () => time(work)));
}

function usedBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What the articles kept for questions take: their characters, which nothing else of them comes near. */
function sampleBytes(sample: readonly Article[]): number {
  return sample.reduce((sum, article) => sum + JSON.stringify(article).length, 0);
}

const [name, count] = process.argv.slice(2);
if (name !== undefined && Object.hasOwn(engines, name)) {
  process.stdout.write(JSON.stringify(measure(name as EngineName, Number(count))));
}
