import { describe, expect, it } from 'vitest';
import type { Article, DateBasis } from '../../src/article/article.ts';
import { keepEarlierDates } from '../../src/ingest/keep-earlier-dates.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';

const EARLY = '2024-05-01T00:00:00.000Z';
const LATE = '2024-05-02T00:00:00.000Z';

/** Stores an article with `before`, reads it again with `after`, and returns its date and the basis of the date. */
async function readAgain(before: Partial<Article>, after: Partial<Article>) {
  const store = await openStore('memory:');
  await store.articles.putMany([buildArticle(before)], new Date(LATE));
  const [kept] = await keepEarlierDates([buildArticle(after)], store.articles);
  await store.close();
  return [kept?.publishedAt, kept?.dateBasis];
}

describe('an article that is read again', () => {
  it.each<DateBasis>(['file', 'lead-weekday', 'first-seen', 'clamped'])(
    'keeps the earlier of two guessed dates: %s',
    async (dateBasis) => {
      const [early, late] = [EARLY, LATE].map((publishedAt) => ({ publishedAt, dateBasis }));
      expect(await readAgain(early!, late!)).toEqual([EARLY, dateBasis]);
      expect(await readAgain(late!, early!)).toEqual([EARLY, dateBasis]);
    },
  );

  it('gets the date that it states, whatever was guessed before', async () => {
    const guess = { publishedAt: EARLY, dateBasis: 'first-seen' } as const;
    const stated = { publishedAt: LATE, dateBasis: 'header' } as const;
    expect(await readAgain(guess, stated)).toEqual([LATE, 'header']);
  });
});
