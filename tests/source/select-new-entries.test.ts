import { describe, expect, it } from 'vitest';
import { selectNewEntries } from '../../src/source/select-new-entries.ts';
import { NOW } from '../support/build-services.ts';

interface Entry {
  readonly id: string;
  readonly publishedAt?: string;
}

const entry = (id: string, day?: number): Entry => ({
  id,
  ...(day !== undefined && {
    publishedAt: `2024-03-${String(day).padStart(2, '0')}T00:00:00.000Z`,
  }),
});
const select = (
  entries: readonly Entry[],
  state: { seen: readonly string[]; lastSuccessAt?: string } = { seen: [] },
  most = 2,
) => selectNewEntries(entries, ({ id }) => id, state, { now: NOW, most });
const lastSuccessAt = NOW.toISOString();

describe('the first contact', () => {
  it('takes the newest of a feed, in its order, and counts the others as seen', () => {
    const entries = [entry('old', 1), entry('newest', 9), entry('new', 8), entry('older', 2)];
    const { taken, newDates, seen } = select(entries);
    expect(taken.map(({ id }) => id)).toEqual(['newest', 'new']);
    expect(newDates).toHaveLength(4);
    expect(select(entries, { seen, lastSuccessAt }).taken).toEqual([]);
  });

  it('takes the first ones where none has a date, and prefers those that have', () => {
    const undated = [entry('a'), entry('b'), entry('c')];
    expect(select(undated).taken.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(select([...undated, entry('d', 1)]).taken.map(({ id }) => id)).toEqual(['a', 'd']);
  });

  it.each([
    [0, 0],
    [100, 3],
  ])('with at most %d takes %d of three', (most, taken) => {
    expect(select([entry('a'), entry('b'), entry('c')], { seen: [] }, most).taken).toHaveLength(
      taken,
    );
  });
});

describe('a later answer', () => {
  it('gives all that is new, however much, once', () => {
    const { seen } = select([entry('a', 1)]);
    const second = select(
      [entry('d', 4), entry('c', 3), entry('c', 3), entry('b'), entry('a', 1)],
      {
        seen,
        lastSuccessAt,
      },
    );
    expect(second.taken.map(({ id }) => id)).toEqual(['d', 'c', 'b']);
    expect(second.newDates).toEqual([
      '2024-03-04T00:00:00.000Z',
      '2024-03-03T00:00:00.000Z',
      NOW.toISOString(),
    ]);
  });

  it('does not take for new what the feed had dropped for a while', () => {
    const first = select([entry('a'), entry('b')]);
    const second = select([entry('b')], { seen: first.seen, lastSuccessAt });
    const third = select([entry('a'), entry('b')], { seen: second.seen, lastSuccessAt });
    expect(third.taken).toEqual([]);
  });

  it('remembers a bounded number', () => {
    let seen: readonly string[] = [];
    for (let round = 0; round < 20; round++) {
      const entries = Array.from({ length: 100 }, (_, index) => entry(`${round}-${index}`));
      ({ seen } = select(entries, { seen, lastSuccessAt }));
    }
    expect(seen.length).toBe(600);
  });
});
