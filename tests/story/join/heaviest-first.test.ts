import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { heaviestFirst } from '../../../src/story/join/heaviest-first.ts';

it('orders any weights as a comparator does, those that are equal or nearly equal too', () => {
  const weight = fc.oneof(
    fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
    fc.constantFrom(0, 1, 1 + Number.EPSILON, 2.5, 12.7, 12.7 + 1e-12),
  );
  fc.assert(
    fc.property(
      fc.array(weight, { maxLength: 300 }),
      fc.nat(310),
      fc.nat(310),
      (values, most, first) => {
        const compareEqual = (a: number, b: number): number =>
          ((a * 7) % 31) - ((b * 7) % 31) || b - a;
        const expected = [...values.keys()].toSorted(
          (a, b) => values[b]! - values[a]! || compareEqual(a, b),
        );
        const order = heaviestFirst(Float64Array.from(values), most, compareEqual);
        expect([...order]).toEqual(expected.slice(0, most));
        // The others are the same ones, in any order.
        const some = [...heaviestFirst(Float64Array.from(values), most, compareEqual, first)];
        expect(some.slice(0, first)).toEqual(expected.slice(0, Math.min(first, most)));
        expect(some.toSorted((a, b) => a - b)).toEqual(
          expected.slice(0, most).toSorted((a, b) => a - b),
        );
      },
    ),
  );
});
