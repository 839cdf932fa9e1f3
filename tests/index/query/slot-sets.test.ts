import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subtract, unite } from '../../../src/index/query/slot-sets.ts';

const slots = fc
  .uniqueArray(fc.nat({ max: 40 }), { maxLength: 30 })
  .map((list) => Uint32Array.from(list).toSorted());

describe('sets of slots', () => {
  it('are united in order, each slot once', () => {
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const both = [...new Set([...a, ...b])].toSorted((x, y) => x - y);
        expect([...unite(a, b)]).toEqual(both);
      }),
    );
  });

  it('are subtracted from one another', () => {
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        expect([...subtract(a, b)]).toEqual([...a].filter((slot) => !b.includes(slot)));
      }),
    );
  });
});
