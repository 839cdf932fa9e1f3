import { grow } from './grow.ts';

/** What is saved of the numbers. */
type SavedNumbers = ReturnType<WordNumbers['save']>;

/**
 * Numbers the ids that are words from 1, in the order in which they are first seen. Frequent words so get low numbers,
 * which take one byte in a sequence, and ids that are not words use none. It also counts how often each number is used;
 * those that are not used any more can be given to other words.
 */
export class WordNumbers {
  /** By id: its number, or 0. */
  #numbers = new Uint32Array(0);
  /** By number: its uses. */
  #uses = new Uint32Array(0);
  #size = 0;
  #usedCount = 0;
  readonly #free: number[] = [];

  /** How many numbers have been given out and are not used. */
  get unusedCount(): number {
    return this.#size - this.#free.length - this.#usedCount;
  }

  get usedCount(): number {
    return this.#usedCount;
  }

  /** The numbers that `save` described. */
  static restore(saved: SavedNumbers): WordNumbers {
    const restored = new WordNumbers();
    restored.#numbers = saved.numbers;
    restored.#uses = saved.uses;
    restored.#size = saved.size;
    restored.#usedCount = saved.usedCount;
    for (const number of saved.free) restored.#free.push(number);
    return restored;
  }

  /** What a file needs for `restore`: its own arrays, valid until a word is numbered or used. */
  save() {
    return {
      numbers: this.#numbers,
      uses: this.#uses,
      size: this.#size,
      usedCount: this.#usedCount,
      free: Uint32Array.from(this.#free),
    };
  }

  /** The number of an id; a new one if it was not seen before. */
  numberOf(id: number): number {
    this.#numbers = grow(this.#numbers, id);
    return (this.#numbers[id] ||= this.#free.pop() ?? (this.#size += 1));
  }

  /** The number of an id, if it has one. */
  find(id: number): number | undefined {
    return this.#numbers[id] || undefined;
  }

  /** Counts a use of each number; 0 is none. */
  use(numbers: Uint32Array): void {
    for (const number of numbers) {
      if (number === 0) continue;
      this.#uses = grow(this.#uses, number);
      if (this.#uses[number] === 0) this.#usedCount += 1;
      this.#uses[number]! += 1;
    }
  }

  /** Takes these uses back. */
  disuse(numbers: Uint32Array): void {
    for (const number of numbers) {
      if (number === 0) continue;
      this.#uses[number]! -= 1;
      if (this.#uses[number] === 0) this.#usedCount -= 1;
    }
  }

  isUsed(number: number): boolean {
    return (this.#uses[number] ?? 0) > 0;
  }

  /** Takes the numbers that are not used from their ids. */
  freeUnused(): void {
    for (let id = 0; id < this.#numbers.length; id++) {
      const number = this.#numbers[id]!;
      if (number === 0 || this.isUsed(number)) continue;
      this.#numbers[id] = 0;
      this.#free.push(number);
    }
  }
}
