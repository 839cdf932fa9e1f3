import type { WeightedReading } from '../weigh-reading.ts';

/** A sentence whose cosine to a chosen one is greater says nearly the same, and is not chosen. */
export const MAX_LIKENESS = 0.6;

/** Tells whether a sentence says nearly the same as one of a set. */
export class Repetition {
  readonly #reading: WeightedReading;
  /** By term, the sentence that was marked last, counted from 1. */
  readonly #marks: Uint32Array;
  #marked = -1;

  constructor(reading: WeightedReading) {
    this.#reading = reading;
    this.#marks = new Uint32Array(reading.idf.length);
  }

  isIn(chosen: readonly number[], sentence: number): boolean {
    this.#mark(sentence);
    for (let k = 0; k < chosen.length; k++) {
      if (this.#measureLikeness(chosen[k]!) > MAX_LIKENESS) return true;
    }
    return false;
  }

  #mark(sentence: number): void {
    if (sentence === this.#marked) return;
    this.#marked = sentence;
    const { ids, starts } = this.#reading.terms;
    for (let at = starts[sentence]!; at < starts[sentence + 1]!; at++) {
      this.#marks[ids[at]!] = sentence + 1;
    }
  }

  /** The cosine of a sentence and the one that is marked, each term counted once with its idf; 0 if either has no term. */
  #measureLikeness(sentence: number): number {
    const { terms, idf, norms } = this.#reading;
    const length = norms[sentence]! * norms[this.#marked]!;
    if (length === 0) return 0;
    let dot = 0;
    for (let at = terms.starts[sentence]!; at < terms.starts[sentence + 1]!; at++) {
      const term = terms.ids[at]!;
      if (this.#marks[term] === this.#marked + 1) dot += idf[term]! * idf[term]!;
    }
    return dot / length;
  }
}
