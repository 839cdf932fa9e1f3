import { grow } from './grow.ts';

/**
 * Numbers from 1 for ids that are words, in the order in which they are first seen: the frequent ones get the lowest
 * numbers, which take one byte in a sequence, and only words use them up.
 */
export class WordNumbers {
  /** By id; 0 for none. */
  #numbers = new Uint32Array(0);
  #size = 0;

  /** The number of an id, given on first sight. */
  numberOf(id: number): number {
    this.#numbers = grow(this.#numbers, id);
    return (this.#numbers[id] ||= this.#size += 1);
  }

  /** The number of an id, if it has one. */
  find(id: number): number | undefined {
    return this.#numbers[id] || undefined;
  }
}
