/**
 * Numbers pairs of small numbers from 0 in the order in which they are first seen: an open hash
 * table in typed arrays, several times as fast as a Map, kept from text to text.
 */
export class PairNumbers {
  /** Slot → first and second of the pair, its number, and the round that wrote it. */
  #first = new Int32Array(1024);
  #second = new Int32Array(1024);
  #numbers = new Int32Array(1024);
  #rounds = new Uint32Array(1024);
  #round = 0;
  #count = 0;

  /** Forgets all pairs, and makes room for so many. */
  reset(maxPairs: number): void {
    this.#count = 0;
    this.#round += 1;
    if (maxPairs * 2 <= this.#numbers.length && this.#round < 2 ** 32) return;
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, maxPairs * 2)));
    this.#first = new Int32Array(size);
    this.#second = new Int32Array(size);
    this.#numbers = new Int32Array(size);
    this.#rounds = new Uint32Array(size);
    this.#round = 1;
  }

  numberOf(first: number, second: number): number {
    const mask = this.#numbers.length - 1;
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.#rounds[slot] === this.#round) {
      if (this.#first[slot] === first && this.#second[slot] === second) return this.#numbers[slot]!;
      slot = (slot + 1) & mask;
    }
    this.#rounds[slot] = this.#round;
    this.#first[slot] = first;
    this.#second[slot] = second;
    this.#numbers[slot] = this.#count;
    return this.#count++;
  }
}
