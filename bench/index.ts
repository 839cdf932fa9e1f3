import { ArticleIndex } from '../src/rank/article-index.ts';
import { parseQuery } from '../src/rank/parse-query.ts';
import { runAtOnce } from '../src/slices.ts';
import { clusterStories } from '../src/story/cluster.ts';
import { buildNews, createRandom } from './support/build-news.ts';

const ARTICLE_COUNT = 20_000;
const QUERY_COUNT = 500;
const NOW = new Date('2024-04-01T00:00:00Z');

/** Loads 20,000 articles of 3.5 kB into the index; prints time, memory, and the percentiles of each kind of question. */
export async function run(): Promise<void> {
  const before = usedMemory();
  const index = new ArticleIndex();
  const putMs: number[] = [];
  const sample: string[] = [];
  let loadMs = 0;
  for (const article of buildNews(ARTICLE_COUNT)) {
    const startedAt = performance.now();
    index.put(article);
    putMs.push(performance.now() - startedAt);
    loadMs += putMs.at(-1)!;
    if (sample.length < QUERY_COUNT) sample.push(article.text);
  }
  const memory = usedMemory() - before;
  console.log(
    `${index.size} articles loaded in ${(loadMs / 1000).toFixed(1)} s, ${megabytes(memory)} MB`,
  );
  print('put', putMs);

  const random = createRandom(7);
  const words = sample.map((text) => {
    const all = text.split(' ');
    const at = Math.floor(random() * (all.length - 3));
    return all.slice(at, at + 3).map((word) => word.replace('.', ''));
  });
  const page = { limit: 10 };
  const search = (query: string): unknown => index.search(parseQuery(query, NOW), page);
  print(
    'search, 1 word',
    timeEach(words, ([a]) => search(`${a}`)),
  );
  print(
    'search, 3 words',
    timeEach(words, (three) => search(three.join(' '))),
  );
  print(
    'search, phrase',
    timeEach(words, (three) => search(`"${three.join(' ')}"`)),
  );
  print(
    'search, -word since:',
    timeEach(words, ([a, b]) => search(`${a} -${b} since:2024-02-01`)),
  );
  print(
    'newest, topic',
    timeEach(words, ([a]) => index.newest({ query: parseQuery(`${a}`, NOW) }, page)),
  );
  print(
    'suggestTitles',
    timeEach(words, ([a, b]) => index.suggestTitles(`${a} ${b?.slice(0, 2)}`, 25)),
  );
  print(
    'vector',
    timeEach(words, (_, i) => index.vector(`bench-${String(i * 40).padStart(6, '0')}`)),
  );

  const { entries } = index.newest({}, { limit: ARTICLE_COUNT });
  const startedAt = performance.now();
  const items = entries.map((entry) => ({ ...entry, vector: index.vector(entry.id)! }));
  const stories = runAtOnce(clusterStories(items));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${items.length} articles joined into ${stories.length} stories in ${seconds} s`);
}

function timeEach<T>(inputs: readonly T[], work: (input: T, i: number) => unknown): number[] {
  return inputs.map((input, i) => {
    const startedAt = performance.now();
    work(input, i);
    return performance.now() - startedAt;
  });
}

function print(name: string, timesMs: readonly number[]): void {
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2);
  console.log(`${name.padEnd(24)} p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`);
}

function usedMemory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
