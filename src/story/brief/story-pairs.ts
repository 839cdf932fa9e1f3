import { PairNumbers } from '../../summary/reading/pair-numbers.ts';
import type { Line } from '../../summary/reading/reading.ts';

// Numbering is never interrupted, so all stories can share the table.
const pairNumbers = new PairNumbers();

/** Numbers for the pairs of neighbouring words in a story. One story is numbered after the other. */
export class StoryPairs {
  constructor(maxPairs: number) {
    pairNumbers.reset(maxPairs);
  }

  /** By number of a pair of a sentence, where its second word is. Without the pairs of two stop words. */
  numberPairs(words: Int32Array, { firstWord, endWord }: Line): ReadonlyMap<number, number> {
    const pairs = new Map<number, number>();
    for (let at = firstWord + 1; at < endWord; at++) {
      const [first, second] = [words[at - 1]!, words[at]!];
      if (first > 0 || second > 0) pairs.set(numberPair(first, second), at);
    }
    return pairs;
  }
}

/** The number of a pair in the story that was numbered last. */
export function numberPair(first: number, second: number): number {
  return pairNumbers.numberOf(first, second);
}
