import { NO_TERM } from '../../summary/reading/number-words.ts';
import type { Reading } from '../../summary/reading/reading.ts';
import { comparableTerm } from '../comparable-term.ts';

/** Numbers for the words of a story's articles: the terms of one stem have the same number in all. */
export class StoryWords {
  readonly #numbers = new Map<string, number>();

  /** By word of an article's text, its number; that of a stop word is negative. */
  numberWords({ lang, printed: { text }, vocabulary }: Reading): Int32Array {
    const byTerm = vocabulary.map((term) => this.#numberOf(comparableTerm(term.text, lang)));
    return Int32Array.from(text.terms, (term, at) =>
      term === NO_TERM ? -this.#numberOf(text.print(at, at).toLowerCase()) : byTerm[term]!,
    );
  }

  /** Counted from 1, because a stop word's number is the negative one. */
  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(word, number);
    return number;
  }
}
