import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectTop } from '../../src/index/select-top.ts';

it('selects what sorting and slicing would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { maxLength: 300 }),
      fc.nat({ max: 20 }),
      (numbers, count) => {
        const order = (a: number, b: number): number => b - a;
        expect(selectTop(numbers, count, order)).toEqual(numbers.toSorted(order).slice(0, count));
      },
    ),
  );
});
