import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectTopTerms } from '../../src/story/select-top-terms.ts';
import { dot } from '../../src/text/term-vector.ts';

it('keeps the heaviest terms, breaking ties by order, at length 1', () => {
  const vectors = fc.dictionary(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(vectors, fc.integer({ min: 1, max: 10 }), (weights, count) => {
      const vector = new Map(Object.entries(weights));
      const expected = [...vector]
        .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, count)
        .map(([term]) => term);
      const selected = selectTopTerms(vector, count);
      expect([...selected.keys()].toSorted()).toEqual(expected.toSorted());
      expect(selected === vector || Math.abs(dot(selected, selected) - 1) < 1e-9).toBe(true);
    }),
  );
});
