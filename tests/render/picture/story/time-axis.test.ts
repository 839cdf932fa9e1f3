import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeAxis } from '../../../../src/render/picture/story/time-axis.ts';

const DAY = 86_400_000;
const FRAME = { left: 10, right: 510, unitMs: DAY };
const axisOf = (...days: readonly number[]) =>
  createTimeAxis(
    days.map((day) => day * DAY),
    FRAME,
  );

describe('a line of time', () => {
  it('is to scale', () => {
    const axis = axisOf(0, 1, 10);
    expect([0, 1, 5, 10].map((day) => axis.xOf(day * DAY))).toEqual([10, 60, 260, 510]);
    expect(axis.step).toBe(50);
    expect(axis.cuts).toEqual([]);
  });

  it('cuts a long stretch short if the others could not be told apart, and says how long it is', () => {
    const axis = axisOf(0, 100, 104, 105);
    expect(axis.cuts).toEqual([{ x: 55, length: 100 }]);
    expect(axis.xOf(105 * DAY) - axis.xOf(104 * DAY)).toBe(82);
    expect(axis.xOf(104 * DAY) - axis.xOf(100 * DAY)).toBe(4 * 82);
  });

  it('stays to scale if no stretch stands out', () => {
    const days = Array.from({ length: 60 }, (_, index) => index * 2);
    expect(axisOf(...days).cuts).toEqual([]);
  });

  it('places one moment at its beginning', () => {
    expect(axisOf(3).xOf(3 * DAY)).toBe(10);
  });

  it('keeps the order and the frame, whatever the moments are', () => {
    const day = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 40 }), (days) => {
        const axis = axisOf(...days);
        const xs = days.toSorted((a, b) => a - b).map((one) => axis.xOf(one * DAY));
        for (const [index, x] of xs.entries()) {
          expect(x).toBeGreaterThanOrEqual(Math.max(10, (xs[index - 1] ?? 0) - 1e-6));
          expect(x).toBeLessThanOrEqual(510 + 1e-6);
        }
        expect(axis.cuts.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
