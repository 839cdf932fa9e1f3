import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { sameArticle } from '../../src/store/same-article.ts';
import { buildArticle } from '../support/build-article.ts';

const article = buildArticle({ captions: [{ text: 'A bridge', credit: 'AFP' }] });
const times = { firstSeenAt: '2024-03-14T12:00:00.000Z', updatedAt: '2024-03-14T12:00:00.000Z' };
/** The article as a store returns it. */
const stored = { ...(JSON.parse(JSON.stringify(article)) as Article), ...times };

function reversed<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).toReversed()) as T;
}

describe('an article is the same', () => {
  it.each([
    ['as it was stored', article],
    ['with its fields in another order', reversed(article)],
    [
      'with the fields of a caption in another order',
      { ...article, captions: article.captions.map(reversed) },
    ],
    ['with an undefined field', { ...article, url: undefined } as unknown as Article],
    [
      'with an undefined field of a caption, in another order',
      reversed({ ...article, captions: [{ text: 'A bridge', credit: 'AFP', more: undefined }] }),
    ],
  ])('%s', (_how, again) => {
    expect(sameArticle(stored, again)).toBe(true);
  });
});

describe('an article has changed', () => {
  const { source: _, ...unsigned } = article;

  it.each([
    ['with another text', { ...article, text: 'Another text.' }],
    ['with one field more', { ...article, url: 'https://news.example/1' }],
    ['with one field less', unsigned],
    ['with another credit', { ...article, captions: [{ text: 'A bridge', credit: 'dpa' }] }],
    ['with one caption more', { ...article, captions: [...article.captions, { text: 'B' }] }],
  ])('%s', (_how, again) => {
    expect(sameArticle(stored, again)).toBe(false);
  });

  it('with its captions in another order', () => {
    const captions = [{ text: 'A' }, { text: 'B' }];
    const again = { ...article, captions: captions.toReversed() };
    expect(sameArticle({ ...stored, captions }, again)).toBe(false);
  });
});
