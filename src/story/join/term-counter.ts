import { grow } from '../../index/terms/grow.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How often each term occurs in an article: its terms in the order in which they first occur. */
export interface TermCounts {
  /** What numbers the terms. */
  readonly vocabulary: Vocabulary;
  readonly terms: Uint32Array;
  /** By position. */
  readonly counts: Uint32Array;
  /** By position: 1 for a name or figure of the text, else 0. */
  readonly names: Uint8Array;
  /** By position: 1 for a term of the opening (`readStoryText`), else 0. */
  readonly openings: Uint8Array;
}

/** Counts the terms of one text after the other. Its arrays are as long as the vocabulary, and are used again. */
export class TermCounter {
  /** By term. */
  #counts = new Uint32Array(1024);
  /** By term: 1 if it is a name. */
  #names = new Uint8Array(1024);
  /** By term: 1 if it is in the opening. */
  #openings = new Uint8Array(1024);
  /** The terms that were counted, those with a count of 0 included, in the order in which they came first. */
  #found = new Uint32Array(1024);
  #foundCount = 0;

  /** Counts a term, given by its number; 0 is none. */
  count(term: number, isName: boolean, isOpening: boolean): void {
    if (term === 0) return;
    if (term >= this.#counts.length) {
      this.#counts = grow(this.#counts, term);
      this.#names = grow(this.#names, term);
      this.#openings = grow(this.#openings, term);
    }
    if (this.#counts[term] === 0) {
      if (this.#foundCount === this.#found.length)
        this.#found = grow(this.#found, this.#foundCount);
      this.#found[this.#foundCount++] = term;
    }
    this.#counts[term]! += 1;
    if (isName) this.#names[term] = 1;
    if (isOpening) this.#openings[term] = 1;
  }

  /** Takes a term out of the text, which must have no others after that. */
  remove(term: number): void {
    if (term < this.#counts.length) this.#counts[term] = 0;
  }

  /** Returns what was counted, and begins another text. */
  take(vocabulary: Vocabulary): TermCounts {
    const terms = this.#found.slice(0, this.#foundCount).filter((term) => this.#counts[term] !== 0);
    const counts = new Uint32Array(terms.length);
    const names = new Uint8Array(terms.length);
    const openings = new Uint8Array(terms.length);
    for (let i = 0; i < terms.length; i++) {
      counts[i] = this.#counts[terms[i]!]!;
      names[i] = this.#names[terms[i]!]!;
      openings[i] = this.#openings[terms[i]!]!;
    }
    this.clear();
    return { vocabulary, terms, counts, names, openings };
  }

  /** Begins another text. */
  clear(): void {
    for (let i = 0; i < this.#foundCount; i++) {
      this.#counts[this.#found[i]!] = 0;
      this.#names[this.#found[i]!] = 0;
      this.#openings[this.#found[i]!] = 0;
    }
    this.#foundCount = 0;
  }
}
