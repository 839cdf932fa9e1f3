/** Small numbers that are marked, and forgotten all at once. The table is kept from text to text. */
export class Marks {
  /** By number, the round in which it was marked last. */
  #rounds = new Uint32Array(1024);
  #round = 0;

  /** Forgets all marks, and makes room for numbers below `size`. */
  reset(size: number): void {
    this.#round += 1;
    if (size <= this.#rounds.length && this.#round < 2 ** 32) return;
    this.#rounds = new Uint32Array(Math.max(this.#rounds.length, 2 * size));
    this.#round = 1;
  }

  add(number: number): void {
    this.#rounds[number] = this.#round;
  }

  has(number: number): boolean {
    return this.#rounds[number] === this.#round;
  }
}
