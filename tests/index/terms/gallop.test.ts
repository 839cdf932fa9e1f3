import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { gallop } from '../../../src/index/terms/gallop.ts';

it('finds the index that a linear search would', () => {
  const numbers = fc.array(fc.nat({ max: 50 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      numbers,
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      fc.nat({ max: 55 }),
      (all, ...rest) => {
        const values = all.toSorted((a, b) => a - b);
        const [a, b, least] = rest;
        const [from, to] = [Math.min(a, b, values.length), Math.min(Math.max(a, b), values.length)];
        const found = values.findIndex((value, at) => at >= from && at < to && value >= least);
        expect(gallop(values, from, to, least)).toBe(found === -1 ? to : found);
      },
    ),
    { numRuns: 1000 },
  );
});
