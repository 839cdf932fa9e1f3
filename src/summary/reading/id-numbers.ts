import { NumberList } from './number-list.ts';

/** Numbers ids from 0 in the order in which they are first seen; its tables are kept from text to text. */
export class IdNumbers {
  /** By id, side by side: the round that gave it a number, and the number. */
  #numbers = new Int32Array(2 * 1024);
  #round = 0;
  /** By number: its id. */
  readonly #ids = new NumberList();

  /** Forgets all ids, and makes room for ids below `size`. */
  reset(size: number): void {
    this.#ids.clear();
    this.#round += 1;
    if (2 * size <= this.#numbers.length && this.#round < 2 ** 31) return;
    const length = 2 ** Math.ceil(Math.log2(Math.max(1024, size)));
    this.#numbers = new Int32Array(2 * length);
    this.#round = 1;
  }

  numberOf(id: number): number {
    const numbers = this.#numbers;
    if (numbers[2 * id] === this.#round) return numbers[2 * id + 1]!;
    const number = this.#ids.length;
    numbers[2 * id] = this.#round;
    numbers[2 * id + 1] = number;
    this.#ids.push(id);
    return number;
  }

  /** The ids by number. */
  toArray(): number[] {
    return this.#ids.toArray();
  }
}
