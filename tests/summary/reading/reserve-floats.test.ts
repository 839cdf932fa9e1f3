import { describe, expect, it } from 'vitest';
import { reserveFloats } from '../../../src/summary/reading/reserve-floats.ts';

describe('reserveFloats', () => {
  it('returns arrays of zeros that do not overlap', () => {
    const take = reserveFloats(5);
    const [first, second] = [take(2), take(3)];
    first.fill(1);
    expect([...first, ...second]).toEqual([1, 1, 0, 0, 0]);
  });

  it('refuses more than was reserved', () => {
    const take = reserveFloats(5);
    take(4);
    expect(() => take(2)).toThrow(RangeError);
  });
});
