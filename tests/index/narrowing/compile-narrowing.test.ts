import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { buildArticle } from '../../support/build-article.ts';

const NOW = new Date('2024-06-19T12:00:00Z');

const index = new ArticleIndex();
const add = (id: string, title: string, given: Parameters<typeof buildArticle>[0]): void =>
  index.put(buildArticle({ id, title, text: 'The bank closed.', ...given }));
add('spain', 'Bank in Spain closes', { source: 'The Post', publishedAt: '2024-06-15T08:00:00Z' });
add('both', 'Spain and Peru share a bank', { source: 'Wire', publishedAt: '2024-06-16T08:00:00Z' });
add('peru', 'Bank in Peru closes', { publishedAt: '2024-06-17T08:00:00Z', lang: 'es' });

const find = (
  query: string,
  more?: Parameters<typeof compileNarrowing>[1],
): { newest: string[]; search: string[] } => {
  const filter = compileNarrowing(parseQuery(query, NOW), more);
  return {
    newest: index.newest(filter, { limit: 9 }).entries.map(({ id }) => id),
    search: index.search(filter, { limit: 9 }).hits.map(({ id }) => id),
  };
};

describe('compileNarrowing', () => {
  it.each([
    ['', ['peru', 'both', 'spain']],
    ['country:ES', ['both', 'spain']],
    ['country:ES country:PE', ['peru', 'both', 'spain']],
    ['-country:ES', ['peru']],
    ['-country:ES -country:PE', []],
    ['source:post', ['spain']],
    ['-source:post', ['peru', 'both']],
    ['lang:es', ['peru']],
    ['-lang:es', ['both', 'spain']],
    ['lang:es country:ES', []],
    ['since:2024-06-16', ['peru', 'both']],
    ['since:2024-06-16T09:00', ['peru', 'both', 'spain']],
  ])('finds the same articles for "%s" in a search and a list', (query, ids) => {
    expect(find(query).newest).toEqual(ids);
    expect(find(query).search).toEqual(ids);
    expect(find(`bank ${query}`).newest).toEqual(ids);
    expect(find(`bank ${query}`).search.toSorted()).toEqual(ids.toSorted());
  });

  it.each([
    ['country:ES', { within: { countries: ['PE'] } }, ['both']],
    ['country:ES', { within: { countries: [], sources: ['Wire'] } }, ['both']],
    ['', { within: { languages: ['en'] } }, ['both', 'spain']],
    ['since:2024-06-16', { from: new Date('2024-06-17T00:00:00Z') }, ['peru']],
    ['since:2024-06-16', { from: new Date('2024-06-01T00:00:00Z') }, ['peru', 'both']],
    ['', { until: new Date('2024-06-16T08:00:00Z') }, ['spain']],
  ])('finds for "%s" only what is also within %j', (query, more, ids) => {
    expect(find(query, more).newest).toEqual(ids);
    expect(find(query, more).search).toEqual(ids);
  });
});
