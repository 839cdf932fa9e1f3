import type { Line } from '../../summary/reading/reading.ts';

/** More words than any story has. */
const MAX_WORDS = 2 ** 25;

/** Numbers for the pairs of neighbouring words in a story, and how many voices have each. */
export class StoryPairs {
  readonly #numbers = new Map<number, number>();
  readonly #voices: number[] = [];
  readonly #lastVoice: number[] = [];

  /** By number, how many voices have the pair. */
  get voices(): readonly number[] {
    return this.#voices;
  }

  /**
   * The pairs of a sentence, each once, without those of two stop words. Voices must be read one
   * after the other.
   */
  readSentence(words: Int32Array, { firstWord, endWord }: Line, voice: number): number[] {
    const pairs = new Set<number>();
    for (let at = firstWord + 1; at < endWord; at++) {
      const [first, second] = [words[at - 1]!, words[at]!];
      if (first < 0 && second < 0) continue;
      pairs.add(this.#numberOf(first, second));
    }
    for (const pair of pairs) {
      if (this.#lastVoice[pair] === voice) continue;
      this.#lastVoice[pair] = voice;
      this.#voices[pair]! += 1;
    }
    return [...pairs];
  }

  #numberOf(first: number, second: number): number {
    const key = first * MAX_WORDS * 2 + second + MAX_WORDS;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#voices.push(0) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
