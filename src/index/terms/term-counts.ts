import { grow } from './grow.ts';
import type { LanguageWords } from './language-words.ts';
import { SEQUENCE_BREAK } from './word-sequence.ts';

/** A word of the title counts this many times, since publishers put the names of an event there. */
export const TITLE_WEIGHT = 3;

/** Counts the terms of one text at a time, in buffers that are used again for the next. */
export class TermCounts {
  /** The distinct terms, in order of first occurrence. */
  #terms = new Uint32Array(0);
  #size = 0;
  /** By term id: its count, else 0. */
  #counts = new Uint32Array(0);

  /** Counts the terms of a text, given by the numbers of its words. Every term id is below `idLimit`. */
  count(words: Uint32Array, wordCount: number, language: LanguageWords, idLimit: number): void {
    this.#counts = grow(this.#counts, idLimit);
    this.#terms = grow(this.#terms, wordCount);
    this.#size = 0;
    let isTitle = true;
    for (let i = 0; i < wordCount; i++) {
      const word = words[i]!;
      if (word === SEQUENCE_BREAK) {
        isTitle = false;
        continue;
      }
      const termId = language.termOf(word);
      if (termId === 0) continue;
      if (this.#counts[termId] === 0) this.#terms[this.#size++] = termId;
      this.#counts[termId]! += isTitle ? TITLE_WEIGHT : 1;
    }
  }

  /** Calls `visit` for each counted term, and resets its count. */
  forEach(visit: (termId: number, count: number) => void): void {
    for (let i = 0; i < this.#size; i++) {
      const termId = this.#terms[i]!;
      const count = this.#counts[termId]!;
      this.#counts[termId] = 0;
      visit(termId, count);
    }
  }
}
