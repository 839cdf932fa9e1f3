import { grow } from '../../../index/terms/grow.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How often each term occurs in an article: its terms in the order in which they first occur. */
export interface TermCounts {
  /** What numbers the terms. */
  readonly vocabulary: Vocabulary;
  readonly terms: Uint32Array;
  /** By position. */
  readonly counts: Uint32Array;
  /** By position: its `TERM_MARKS`. */
  readonly marks: Uint8Array;
}

/** In the low bits of a count: the term's marks. */
const MARK_STEP = 4;

/** Counts the terms of one text after the other. Its arrays are as long as the vocabulary, and are used again. */
export class TermCounter {
  /** By term: its count times `MARK_STEP`, and its marks. */
  #counts = new Uint32Array(1024);
  /** The terms that were counted, those with a count of 0 included, in the order in which they came first. */
  #found = new Uint32Array(1024);
  #foundCount = 0;

  /** Counts a term, given by its number; 0 is none. It keeps the `TERM_MARKS` of all its places. */
  count(term: number, marks: number): void {
    if (term === 0) return;
    if (term >= this.#counts.length) this.#counts = grow(this.#counts, term);
    if (this.#counts[term] === 0) {
      if (this.#foundCount === this.#found.length)
        this.#found = grow(this.#found, this.#foundCount);
      this.#found[this.#foundCount++] = term;
    }
    this.#counts[term] = (this.#counts[term]! + MARK_STEP) | marks;
  }

  /** Takes a term out of the text, which must have no others after that. */
  remove(term: number): void {
    if (term < this.#counts.length) this.#counts[term] = 0;
  }

  /** Returns what was counted, and begins another text. */
  take(vocabulary: Vocabulary): TermCounts {
    const terms = new Uint32Array(this.#foundCount);
    const counts = new Uint32Array(this.#foundCount);
    const marks = new Uint8Array(this.#foundCount);
    let kept = 0;
    for (let i = 0; i < this.#foundCount; i++) {
      const term = this.#found[i]!;
      const counted = this.#counts[term]!;
      if (counted === 0) continue;
      terms[kept] = term;
      counts[kept] = Math.floor(counted / MARK_STEP);
      marks[kept++] = counted % MARK_STEP;
    }
    this.clear();
    return { vocabulary, terms: terms.subarray(0, kept), counts, marks };
  }

  /** Begins another text. */
  clear(): void {
    for (let i = 0; i < this.#foundCount; i++) this.#counts[this.#found[i]!] = 0;
    this.#foundCount = 0;
  }
}
