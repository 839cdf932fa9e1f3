import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { TITLE_WEIGHT } from '../../../src/index/terms/term-counts.ts';
import { createCorpus } from '../../../src/index/corpus/corpus.ts';
import { scoreBm25 } from '../../../src/index/query/match-query.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { comparableWord, splitWords, wordTerm } from '../../../src/text/terms.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildFilter } from '../../support/build-filter.ts';

const NOW = new Date('2024-06-19T12:00:00Z');
const WORDS =
  "dam dams Derna Derna's fails failed flood floods rescue U.S. the of it US who WHO élection élections die Wahl Wahlen".split(
    ' ',
  );
const PAGE = { limit: 100 };

const word = fc.constantFrom(...WORDS);
const words = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(' '));
const article = (id: fc.Arbitrary<string>, langs: readonly string[]): fc.Arbitrary<Article> =>
  fc
    .record({
      id,
      title: words(1, 5),
      text: words(0, 30),
      lang: fc.constantFrom(...langs),
      url: fc.constantFrom('https://a.example/1', 'https://a.example/2/', 'http://b.example'),
      source: fc.constantFrom('Post', 'Times'),
      publishedAt: fc.constantFrom('2024-06-15T00:00:00Z', '2024-06-16T00:00:00Z'),
    })
    .map(buildArticle);
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const part = fc.oneof(
  word,
  words(1, 3).map((phrase) => `"${phrase}"`),
  word.map((unwanted) => `-${unwanted}`),
  words(1, 2).map((phrase) => `-"${phrase}"`),
  fc.constantFrom('source:Post', '-source:Times', 'since:2024-06-16'),
);
const query = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));

function buildIndex(articles: Iterable<Article>): ArticleIndex {
  const index = new ArticleIndex();
  for (const one of articles) index.put(one);
  return index;
}

/** The results of every method of an index. */
function describeIndex(index: ArticleIndex, queries: readonly string[]): unknown {
  const filters = queries.map((text) => buildFilter(text, NOW));
  const { entries } = index.newest({}, PAGE);
  return {
    searches: filters.map((one) => index.search(one, PAGE)),
    pages: filters.map((one) => index.search(one, { limit: 2, offset: 1 })),
    newest: queries.map((text) => {
      const within = { sources: ['Post'] };
      return index.newest(compileNarrowing(parseQuery(text, NOW), { within }), PAGE);
    }),
    entries,
    pagesByUrl: ['http://a.example/1', 'https://a.example/2', 'https://b.example/'].map((url) =>
      index.findByUrl(url),
    ),
    titles: index.suggestTitles('d', 3),
    sources: index.sources(),
    size: index.size,
  };
}

describe('an index after any history', () => {
  it('answers like one that is built from the remaining articles', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: article(id, ['en', 'en-GB', 'fr', 'de']) },
      { weight: 1, arbitrary: id },
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.array(query, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (steps, queries, backwards) => {
          const index = new ArticleIndex();
          const left = new Map<string, Article>();
          const removed: [boolean, boolean][] = [];
          for (const one of steps) {
            if (typeof one === 'string') removed.push([index.remove(one), left.delete(one)]);
            else {
              index.put(one);
              left.set(one.id, one);
            }
          }
          expect(removed.filter(([said, was]) => said !== was)).toEqual([]);
          const rest = backwards ? [...left.values()].toReversed() : left.values();
          const fresh = buildIndex(rest);
          expect(describeIndex(index, queries)).toEqual(describeIndex(fresh, queries));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function countTerms(title: string, text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (form: string, weight: number): void => {
    const term = wordTerm(form, 'en');
    if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  for (const each of splitWords(title, 'en')) add(each, TITLE_WEIGHT);
  for (const each of splitWords(text, 'en')) add(each, 1);
  return counts;
}

/** The plain formula of BM25, article by article, for English words that are not stop words. */
function searchPlainly(articles: readonly Article[], queryWords: readonly string[]): unknown {
  const counts = articles.map(({ title, text }) => countTerms(title, text));
  const lengths = counts.map((of) => [...of.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / articles.length;
  const corpus = createCorpus({
    documentCount: () => articles.length,
    documentFrequency: (term) => counts.filter((of) => of.has(term)).length,
  });
  const terms = queryWords.map((one) => wordTerm(comparableWord(one, 'en'), 'en')!);
  const score = (i: number): number =>
    terms
      .map((term) => scoreBm25(counts[i]!.get(term) ?? 0, corpus.idf(term), lengths[i]!, average))
      .reduce((sum, one) => sum + one, 0);
  const found = (i: number): number => terms.filter((term) => counts[i]!.has(term)).length;
  const all = articles.map((_, i) => i);
  const strict = all.filter((i) => found(i) === terms.length);
  const relaxed = strict.length === 0 && terms.length > 1;
  const matching = relaxed ? all.filter((i) => found(i) > 0) : strict;
  return Object.fromEntries(
    matching.map((i) => [
      articles[i]!.id,
      expect.closeTo(relaxed ? (score(i) * found(i)) / terms.length : score(i), 9),
    ]),
  );
}

describe('search', () => {
  const articles = fc.uniqueArray(article(id, ['en']), {
    selector: (one) => one.id,
    minLength: 1,
    maxLength: 7,
  });

  it('gives the scores of the plain formula of BM25, the best first', () => {
    const informative = fc.constantFrom(
      'dam',
      'Derna',
      'failing',
      'flood',
      'rescued',
      'US',
      'Wahl',
    );
    const queryWords = fc.array(informative, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(articles, queryWords, (some, wanted) => {
        const { hits } = buildIndex(some).search(buildFilter(wanted.join(' '), NOW), PAGE);
        const scores = hits.map((hit) => hit.score);
        expect(Object.fromEntries(hits.map((hit) => [hit.id, hit.score]))).toEqual(
          searchPlainly(some, wanted),
        );
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('finds a phrase if its words are consecutive in title or text', () => {
    const wordsOf = (text: string): string[] =>
      splitWords(text, 'en').map((one) => one.toLowerCase());
    // In capitals, "WHO" means only the acronym.
    const phrases = words(1, 3).filter((phrase) => !/US|WHO|U\.S\./.test(phrase));
    fc.assert(
      fc.property(articles, phrases, (some, phrase) => {
        const wanted = ` ${wordsOf(phrase).join(' ')} `;
        const has = (text: string): boolean => ` ${wordsOf(text).join(' ')} `.includes(wanted);
        const { hits } = buildIndex(some).search(buildFilter(`"${phrase}"`, NOW), PAGE);
        const expected = some.filter(({ title, text }) => has(title) || has(text));
        expect(new Set(hits.map((hit) => hit.id))).toEqual(new Set(expected.map((one) => one.id)));
      }),
      { numRuns: 300 },
    );
  });
});
