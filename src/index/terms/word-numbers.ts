import { grow } from './grow.ts';

/** What is saved of the numbers. */
type SavedNumbers = ReturnType<WordNumbers['save']>;

/**
 * Numbers the ids that are words from 1, in the order in which they are first seen. Frequent words so get low numbers,
 * which take one byte in a sequence, and ids that are not words use none.
 */
export class WordNumbers {
  /** By id: its number, or 0. */
  #numbers = new Uint32Array(0);
  #size = 0;

  /** The numbers that `save` described. */
  static restore({ numbers, size }: SavedNumbers): WordNumbers {
    const restored = new WordNumbers();
    restored.#numbers = numbers;
    restored.#size = size;
    return restored;
  }

  /** What a file needs for `restore`: its own array, valid until a word is numbered. */
  save() {
    return { numbers: this.#numbers, size: this.#size };
  }

  /** The number of an id; a new one if it was not seen before. */
  numberOf(id: number): number {
    this.#numbers = grow(this.#numbers, id);
    return (this.#numbers[id] ||= this.#size += 1);
  }

  /** The number of an id, if it has one. */
  find(id: number): number | undefined {
    return this.#numbers[id] || undefined;
  }
}
