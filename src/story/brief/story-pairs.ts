import { PairNumbers } from '../../summary/reading/pair-numbers.ts';
import type { Line } from '../../summary/reading/reading.ts';

// Numbering is never interrupted, so all stories can share the table.
const pairNumbers = new PairNumbers();

/** Numbers for the pairs of neighbouring words in a story. One story is numbered after the other. */
export class StoryPairs {
  constructor(maxPairs: number) {
    pairNumbers.reset(maxPairs);
  }

  /** The pairs of a sentence, each once, without those of two stop words. */
  numberPairs(words: Int32Array, { firstWord, endWord }: Line): number[] {
    const pairs = new Set<number>();
    for (let at = firstWord + 1; at < endWord; at++) {
      const [first, second] = [words[at - 1]!, words[at]!];
      if (first > 0 || second > 0) pairs.add(numberPair(first, second));
    }
    return [...pairs];
  }
}

/** The number of a pair in the story that was numbered last. */
export function numberPair(first: number, second: number): number {
  return pairNumbers.numberOf(first, second);
}
