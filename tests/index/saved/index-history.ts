import * as fc from 'fast-check';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../../src/article/article.ts';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import {
  describeParts,
  restoreParts,
  type IndexState,
} from '../../../src/index/saved/index-state.ts';
import { readIndexFile } from '../../../src/index/saved/read-index-file.ts';
import { splitTree } from '../../../src/index/saved/saved-tree.ts';
import { writeIndexFile } from '../../../src/index/saved/write-index-file.ts';
import { runAtOnce } from '../../../src/slices.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildFilter } from '../../support/build-filter.ts';

const NOW = new Date('2024-06-19T12:00:00Z');

/** Articles that differ in everything that an index keeps. Some share an id, so that one replaces the other. */
const ARTICLES: readonly (Article & { firstSeenAt?: string })[] = [
  buildArticle({
    id: 'kim',
    title: 'Kim invites Putin to North Korea',
    text: 'Kim Jong Un invited Putin. The US told the WHO that it feared an arms deal in Pyongyang.',
    publishedAt: '2024-06-15T00:00:00Z',
    source: 'Harbour Post',
    section: 'World',
    url: 'https://www.harbour.example/kim/?utm_source=feed#top',
  }),
  buildArticle({
    id: 'kim',
    title: 'Kim invites Putin again',
    text: 'An arms deal is near, and the dam is safe.',
    url: 'https://harbour.example/dam',
  }),
  buildArticle({
    id: 'derna',
    title: 'Dam fails above Derna',
    text: 'The dam broke at night. The constructor had warned of it. Deal or not, arms reached the port.',
    publishedAt: '2024-06-16T00:00:00Z',
    url: 'https://harbour.example/dam#again',
  }),
  buildArticle({
    id: 'vote',
    title: 'Élections en France, à Paris',
    text: 'Les élections législatives ont eu lieu dimanche dans le pays.',
    source: 'Le Phare',
    lang: 'fr-CA',
    onlyFor: '123',
    url: 'https://harbour.example/dam',
  }),
  buildArticle({
    id: 'kyoto',
    title: '京都で選挙 \ud83d\uddf3',
    text: '京都で選挙が行われた。ダムは安全だ。',
    source: 'ハーバー',
    lang: 'ja',
  }),
  // A broken title, as a cut-off emoji leaves it.
  buildArticle({ id: 'broken', title: 'Deal \ud83d', text: 'Dam', lang: 'de', onlyFor: '456' }),
  buildArticle({ id: 'empty', title: '', text: '', lang: 'en', source: '' }),
  {
    ...buildArticle({ id: 'undated', title: 'Ελλάδα: νέο φράγμα', text: 'Το φράγμα.', lang: 'el' }),
    publishedAt: 'never',
    firstSeenAt: '2024-06-18T00:00:00Z',
  },
  buildArticle({
    id: 'long',
    title: 'Dam after dam',
    text: Array.from({ length: 1500 }, (_, i) => `dam w${i % 700}`).join(' '),
  }),
];

/** A step of a history: an article that is put, or the id of one that is removed. */
type Step = Article | string;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ARTICLES) },
  { weight: 2, arbitrary: fc.constantFrom(...ARTICLES.map(({ id }) => id)) },
);

/** What happens to an index. */
export const history = fc.array(step, { maxLength: 25 });

export function applySteps(index: ArticleIndex, steps: readonly Step[]): void {
  for (const each of steps) {
    if (typeof each === 'string') index.remove(each);
    else index.put(each);
  }
}

/** Everything that can be asked of an index. */
export function answersOf(index: ArticleIndex): unknown {
  const page = { limit: 20 };
  const queries = [
    '',
    'arms deal',
    '"dam broke"',
    '-dam',
    'élection',
    'dam -kim',
    '"of it"',
    '選挙',
  ];
  const filters = [
    ...queries.map((query) => buildFilter(query, NOW)),
    buildFilter('country:FR', NOW),
    buildFilter('lang:fr', NOW),
    buildFilter('source:"Harbour Post"', NOW),
    buildFilter('since:2024-06-16', NOW),
  ];
  const ids = [...new Set(ARTICLES.map(({ id }) => id)), 'unknown'];
  return {
    size: index.size,
    searches: filters.map((filter) => index.search(filter, page)),
    newest: filters.map((filter) => index.newest(filter, page)),
    fits: filters.map((filter) => ids.map((id) => index.fits(id, filter))),
    languagesOf: filters.map((filter) => index.queryLanguage(filter, 'fr')),
    similar: ['dem', 'putim', 'élektions'].map((word) => index.similarWord(word)),
    titles: ['', 'd', 'kim pu', 'ελ', '京'].map((typed) => index.suggestTitles(typed, 9)),
    urls: ['https://harbour.example/dam', 'http://harbour.example/kim'].map((url) => [
      index.findByUrl(url),
      index.findByUrl(url, '123'),
    ]),
    entries: ids.map((id) => [index.has(id), index.entry(id)]),
    sources: index.sources(),
    languages: [index.languages(), index.languages((onlyFor) => onlyFor === '123')],
    countries: [index.countries(), index.countries((onlyFor) => onlyFor === undefined)],
    frequencies: ['dam', 'deal', 'elect', '選挙'].map((term) =>
      index.corpus.documentFrequency(term),
    ),
  };
}

/** A folder for files with indexes. */
export async function openIndexFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-index-'));
  const path = join(folder, 'store.sqlite.index');
  return {
    folder,
    path,
    /** The file of an index. */
    async save(index: ArticleIndex): Promise<Buffer> {
      const file = await open(path, 'w');
      const head = { code: 'code', token: 'token', cursor: 1, articleCount: index.size, days: 0 };
      const { signal } = new AbortController();
      await writeIndexFile(file, head, splitTree(runAtOnce(describeParts(index.parts))), signal);
      await file.close();
      return await readFile(path);
    },
    async load(): Promise<ArticleIndex> {
      const { value } = await readIndexFile(path, async () => undefined);
      const index = new ArticleIndex();
      index.replaceParts(runAtOnce(restoreParts(value as IndexState)));
      return index;
    },
    close: () => rm(folder, { recursive: true }),
  };
}
