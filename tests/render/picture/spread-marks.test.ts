import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadMarks } from '../../../src/render/picture/spread-marks.ts';

const FRAME = [550, 264] as const;
const round = (x: number, y: number) => ({ x, y, halfWidth: 11, halfHeight: 11 });

describe('marks', () => {
  it('stay at their points if they have room', () => {
    const marks = [round(100, 100), round(200, 100)];
    expect(spreadMarks(marks, ...FRAME)).toEqual([
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ]);
  });

  it('do not overlap, even if they have the same point', () => {
    const marks = Array.from({ length: 12 }, () => round(300, 90));
    const places = spreadMarks(marks, ...FRAME);
    for (const [i, one] of places.entries()) {
      for (const other of places.slice(i + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(20);
      }
    }
  });

  it('stay inside the frame, with the same result each time', () => {
    const mark = fc.record({
      x: fc.double({ min: -20, max: 570, noNaN: true }),
      y: fc.double({ min: -20, max: 290, noNaN: true }),
      halfWidth: fc.integer({ min: 11, max: 40 }),
      halfHeight: fc.constant(11),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), (marks) => {
        const places = spreadMarks(marks, ...FRAME);
        for (const [i, { x, y }] of places.entries()) {
          expect(x).toBeGreaterThanOrEqual(marks[i]!.halfWidth);
          expect(x).toBeLessThanOrEqual(FRAME[0] - marks[i]!.halfWidth);
          expect(y).toBeGreaterThanOrEqual(11);
          expect(y).toBeLessThanOrEqual(FRAME[1] - 11);
        }
        expect(spreadMarks(marks, ...FRAME)).toEqual(places);
      }),
      { numRuns: 50 },
    );
  });
});
