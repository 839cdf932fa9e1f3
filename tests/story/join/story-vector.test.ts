import { expect, it } from 'vitest';
import { buildStoryVector, weightOfEntry } from '../../../src/story/join/story-vector.ts';
import { entryOf, isNameEntry, TERM_LIMIT, termOf } from '../../../src/story/join/term-entry.ts';
import { TermTable } from '../../../src/story/join/term-table.ts';
import { countTerms } from '../../support/count-terms.ts';

it('keeps a term and whether it is a name in one number', () => {
  for (const term of [1, 300_000, TERM_LIMIT - 1]) {
    for (const isName of [true, false]) {
      const entry = entryOf(term, 5, isName);
      expect([termOf(entry), isNameEntry(entry)]).toEqual([term, isName]);
    }
  }
});

it('has the heaviest terms first, those of equal weight by their text, and the length 1', () => {
  const table = new TermTable();
  const counts = countTerms(
    [
      ['year', 1],
      ['zuwara', 1],
      ['derna', 1],
      ['tobruk', 5000],
    ],
    ['derna'],
  );
  const { entries, scale } = buildStoryVector(counts, table);
  const expected = ['tobruk', 'derna', 'zuwara', 'year'];
  expect([...entries].map(termOf)).toEqual(expected.map((term) => table.idOf(term)));
  expect([...entries].map(isNameEntry)).toEqual([false, true, false, false]);
  const weights = [...entries].map((entry) => weightOfEntry(entry, scale, table));
  expect(weights[1]).toBe(weights[2]);
  expect(Math.hypot(...weights)).toBeCloseTo(1, 6);
});
