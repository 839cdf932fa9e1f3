import { NumberList } from './number-list.ts';

/** Numbers ids from 0 in the order in which they are first seen; its tables are kept from text to text. */
export class IdNumbers {
  /** By id: its number, and the round that gave it. */
  #numbers = new Int32Array(1024);
  #rounds = new Uint32Array(1024);
  #round = 0;
  /** By number: its id. */
  readonly #ids = new NumberList();

  /** Forgets all ids, and makes room for ids below `size`. */
  reset(size: number): void {
    this.#ids.clear();
    this.#round += 1;
    if (size <= this.#numbers.length && this.#round < 2 ** 32) return;
    const length = 2 ** Math.ceil(Math.log2(Math.max(1024, size)));
    this.#numbers = new Int32Array(length);
    this.#rounds = new Uint32Array(length);
    this.#round = 1;
  }

  numberOf(id: number): number {
    if (this.#rounds[id] === this.#round) return this.#numbers[id]!;
    const number = this.#ids.length;
    this.#rounds[id] = this.#round;
    this.#numbers[id] = number;
    this.#ids.push(id);
    return number;
  }

  /** The ids by number. */
  toArray(): number[] {
    return this.#ids.toArray();
  }
}
