import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINING } from '../../../src/story/join/join-settings.ts';
import { neededShare } from '../../../src/story/join/needed-share.ts';

const { loneShare, crowdFrom, crowdTo, crowdLikeness } = JOINING;

/** So many neighbours of one likeness, the closest ones of an event before them. */
function neighboursOf(likeness: number, count: number): Float32Array {
  const event = Array.from({ length: crowdFrom }, () => 0.6);
  return Float32Array.from([...event, ...Array.from({ length: count }, () => likeness)]);
}

function shareOf(likenesses: Float32Array): number {
  return neededShare(likenesses, 0, likenesses.length);
}

describe('the share of the least likenesses that an article needs', () => {
  it('is the least for one without neighbours, or with those of a small event alone', () => {
    expect(shareOf(new Float32Array())).toBe(loneShare);
    expect(shareOf(neighboursOf(0, 0))).toBe(loneShare);
  });

  it('is the whole where many others are somewhat alike', () => {
    expect(shareOf(neighboursOf(crowdLikeness * 1.01, crowdTo))).toBe(1);
    expect(shareOf(neighboursOf(0.5, crowdTo))).toBe(1);
  });

  it('is between them for fewer, or less alike ones', () => {
    const few = shareOf(neighboursOf(crowdLikeness, (crowdTo - crowdFrom) / 2));
    const less = shareOf(neighboursOf(crowdLikeness / 2, crowdTo));
    expect([few, less]).toEqual([(1 + loneShare) / 2, (1 + loneShare) / 2]);
  });

  it('counts those that are too little alike to be a story with it, and none outside its list', () => {
    const weak = neighboursOf(-crowdLikeness * 1.01, crowdTo);
    expect(shareOf(weak)).toBe(1);
    expect(neededShare(weak, 0, crowdFrom)).toBe(loneShare);
    expect(neededShare(Float32Array.from([0.6, ...weak]), 1, weak.length)).toBe(1);
  });

  it('never falls with another neighbour', () => {
    const list = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(list, fc.float({ min: 0, max: 1, noNaN: true }), (likenesses, one) => {
        const sorted = (all: number[]): Float32Array =>
          Float32Array.from(all.toSorted((a, b) => b - a));
        expect(shareOf(sorted([...likenesses, one]))).toBeGreaterThanOrEqual(
          shareOf(sorted(likenesses)),
        );
      }),
    );
  });
});
