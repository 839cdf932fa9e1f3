import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareMarks, type NumberedPlace } from '../../../src/render/picture/share-marks.ts';

const at = (x: number, y: number, ...numbers: number[]): NumberedPlace => ({ x, y, numbers });
const share = (...places: NumberedPlace[]) =>
  shareMarks(places, (numbers) => [11 * numbers.length, 11]);

describe('places on a map', () => {
  it('that are far apart or only touch keep separate marks', () => {
    const places = [at(100, 100, 1), at(121, 100, 2), at(300, 100, 3)];
    expect(share(...places)).toEqual(places);
  });

  it('that are very close share a mark in the middle, with the numbers in order', () => {
    expect(share(at(100, 100, 3), at(106, 104, 1), at(300, 100, 2))).toEqual([
      at(103, 102, 1, 3),
      at(300, 100, 2),
    ]);
  });

  it('of the same stories share a mark if two would touch', () => {
    expect(share(at(100, 100, 1, 2), at(100, 120, 1, 2))).toEqual([at(100, 110, 1, 2)]);
    expect(share(at(100, 100, 1), at(100, 120, 2))).toHaveLength(2);
  });

  it('are merged by distance, each with its weight', () => {
    expect(share(at(100, 100, 1), at(111, 100, 2), at(109, 100, 3))).toEqual([
      at(320 / 3, 100, 1, 2, 3),
    ]);
  });

  it('keep all numbers, and merging again changes nothing', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 550 }),
      y: fc.integer({ min: 0, max: 264 }),
      numbers: fc.integer({ min: 1, max: 10 }).map((number) => [number]),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        const marks = share(...places);
        const numbersOf = (all: readonly NumberedPlace[]) =>
          new Set(all.flatMap(({ numbers }) => numbers));
        expect(numbersOf(marks)).toEqual(numbersOf(places));
        expect(share(...marks)).toEqual(marks);
      }),
      { numRuns: 100 },
    );
  });
});
