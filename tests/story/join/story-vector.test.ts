import { expect, it } from 'vitest';
import { buildStoryVector, weightOfEntry } from '../../../src/story/join/story-vector.ts';
import {
  countWeight,
  entryOf,
  marksOf,
  MOST_COUNTED,
  TERM_LIMIT,
  TERM_MARKS,
  termOf,
} from '../../../src/story/join/terms/term-entry.ts';
import { TermTable } from '../../../src/story/join/terms/term-table.ts';
import { countTerms } from '../../support/count-terms.ts';

const { name, opening } = TERM_MARKS;

it.each([1, 300_000, TERM_LIMIT - 1])(
  'keeps what is known of the term %i in one number',
  (term) => {
    for (const marks of [0, name, opening, name | opening]) {
      for (const count of [1, 5, MOST_COUNTED]) {
        const entry = entryOf(term, count, marks);
        expect([termOf(entry), marksOf(entry)]).toEqual([term, marks]);
        expect(countWeight(entry)).toBe(count / (count + 1.2));
      }
    }
  },
);

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
    ['zuwara', 'year'],
  );
  const { entries, scale } = buildStoryVector(counts, table);
  const expected = ['tobruk', 'derna', 'zuwara', 'year'];
  expect([...entries].map(termOf)).toEqual(expected.map((term) => table.idOf(term)));
  expect([...entries].map(marksOf)).toEqual([0, name, opening, opening]);
  const weights = [...entries].map((entry) => weightOfEntry(entry, scale, table));
  expect(weights[1]).toBe(weights[2]);
  expect(Math.hypot(...weights)).toBeCloseTo(1, 6);
});
