import type { Line } from '../../summary/reading/reading.ts';

/** More words than any story has. */
const MAX_WORDS = 2 ** 25;

/** Numbers for the pairs of neighbouring words in a story. */
export class StoryPairs {
  readonly #numbers = new Map<number, number>();

  /** The pairs of a sentence, each once, without those of two stop words. */
  numberPairs(words: Int32Array, { firstWord, endWord }: Line): number[] {
    const pairs = new Set<number>();
    for (let at = firstWord + 1; at < endWord; at++) {
      const [first, second] = [words[at - 1]!, words[at]!];
      if (first > 0 || second > 0) pairs.add(this.#numberOf(first, second));
    }
    return [...pairs];
  }

  #numberOf(first: number, second: number): number {
    const key = first * MAX_WORDS * 2 + second + MAX_WORDS;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}
