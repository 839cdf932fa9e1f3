import { expect, it } from 'vitest';
import { selectNewest } from '../../../src/ingest/feeds/select-newest.ts';

const day = (id: string, date?: number) => ({
  id,
  entry:
    date === undefined ? {} : { publishedAt: `2024-03-${String(date).padStart(2, '0')}T00:00:00Z` },
});
const ids = (all: readonly ReturnType<typeof day>[], most: number) =>
  selectNewest(all, most).map(({ id }) => id);

it('selects the newest entries, in the order of the feed', () => {
  expect(ids([day('old', 1), day('newest', 9), day('new', 8), day('older', 2)], 2)).toEqual([
    'newest',
    'new',
  ]);
});

it('prefers entries with a date, then the first ones', () => {
  const undated = [day('a'), day('b'), day('c')];
  expect(ids(undated, 2)).toEqual(['a', 'b']);
  expect(ids([...undated, day('d', 1)], 2)).toEqual(['a', 'd']);
});

it('can select none or all', () => {
  expect(ids([day('a')], 0)).toEqual([]);
  expect(ids([day('a')], 100)).toEqual(['a']);
});
