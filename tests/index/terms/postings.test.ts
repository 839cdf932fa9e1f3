import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Postings } from '../../../src/index/terms/postings.ts';
import { decodeWords, encodeWords, includesWords } from '../../../src/index/terms/word-sequence.ts';

describe('Postings', () => {
  it('has what a plain map would have, after any additions and removals', () => {
    const step = fc.record({
      slot: fc.nat({ max: 60 }),
      count: fc.integer({ min: 1, max: 400 }),
      add: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const postings = new Postings();
        const plain = new Map<number, number>();
        for (const { slot, count, add } of steps) {
          if (add === plain.has(slot)) continue;
          if (add) {
            postings.add(3, slot, count);
            plain.set(slot, Math.min(255, count));
          } else {
            postings.remove(3, slot);
            plain.delete(slot);
          }
        }
        const held: [number, number][] = [];
        postings.forEach(3, (slot, count) => held.push([slot, count]));
        expect(held).toEqual([...plain].toSorted(([a], [b]) => a - b));
        expect(postings.frequency(3)).toBe(plain.size);
        expect(postings.frequency(2)).toBe(0);
      }),
    );
  });

  it('refuses more articles than fit into 24 bits', () => {
    expect(() => new Postings().add(1, 2 ** 24, 1)).toThrow(RangeError);
  });
});

describe('word sequences', () => {
  const ids = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 3_000_000 })), { maxLength: 40 });

  it('are decoded as they were encoded', () => {
    fc.assert(
      fc.property(ids, (words) => {
        const decoded: number[] = [];
        decodeWords(encodeWords(words), (id) => decoded.push(id));
        expect(decoded).toEqual(words);
      }),
    );
  });

  it('include a part if and only if its words are consecutive', () => {
    const few = fc.array(fc.constantFrom(1, 127, 128, 129, 255, 16_384, 16_511), { maxLength: 12 });
    const part = fc.array(fc.constantFrom(1, 127, 128, 129, 255, 16_384, 16_511), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(few, part, (words, wanted) => {
        const expected = words.some((_, at) => wanted.every((word, i) => words[at + i] === word));
        expect(includesWords(encodeWords(words), encodeWords(wanted))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
