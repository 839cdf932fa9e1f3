import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOnLine } from '../../../../src/render/picture/story/spread-on-line.ts';

describe('labels on a line', () => {
  it('stay at their points if there is room', () => {
    expect(spreadOnLine([10, 50, 90], 30, [0, 100])).toEqual([10, 50, 90]);
  });

  it('move apart to both sides alike', () => {
    expect(spreadOnLine([50, 50, 50], 20, [0, 100])).toEqual([30, 50, 70]);
  });

  it('stay inside the line', () => {
    expect(spreadOnLine([0, 1], 20, [0, 100])).toEqual([0, 20]);
    expect(spreadOnLine([99, 100], 20, [0, 100])).toEqual([80, 100]);
  });

  it('never overlap nor change their order', () => {
    const points = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(points, (given) => {
        const sorted = given.toSorted((a, b) => a - b);
        const spread = spreadOnLine(sorted, 34, [0, 500]);
        for (const [index, x] of spread.entries()) {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual(500 + 1e-9);
          expect(x - (spread[index - 1] ?? -34)).toBeGreaterThanOrEqual(34 - 1e-9);
        }
      }),
    );
  });
});
