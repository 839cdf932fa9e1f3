/** Whole numbers of 32 bits, one after the other: a typed array that grows. */
export class IntList {
  #items: Int32Array;
  #length = 0;

  /** `expected`: how many there will be, as well as one can tell. */
  constructor(expected: number) {
    this.#items = new Int32Array(Math.max(16, expected));
  }

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length] = item;
    this.#length += 1;
  }

  /** The numbers so far, not copied. */
  toArray(): Int32Array {
    return this.#items.subarray(0, this.#length);
  }
}
