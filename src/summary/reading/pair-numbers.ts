import { NumberList } from './number-list.ts';

/** A slot holds a pair's first and second, its number, and the round that wrote it. */
const SLOT = { first: 0, second: 1, number: 2, round: 3, size: 4 } as const;

/**
 * Numbers pairs of small numbers from 0 in the order in which they are first seen: an open hash
 * table in one typed array, several times as fast as a Map, kept from text to text.
 */
export class PairNumbers {
  #slots = new Int32Array(1024 * SLOT.size);
  #mask = 1023;
  #round = 0;
  /** By number. */
  readonly #firsts = new NumberList();
  readonly #seconds = new NumberList();

  /** Forgets all pairs, and makes room for so many. */
  reset(maxPairs: number): void {
    this.#firsts.clear();
    this.#seconds.clear();
    this.#round += 1;
    // A short text after a long one uses few of the slots, which are then near to each other.
    const slots = 2 ** Math.ceil(Math.log2(Math.max(1024, maxPairs * 2)));
    this.#mask = slots - 1;
    if (slots * SLOT.size <= this.#slots.length && this.#round < 2 ** 31) return;
    this.#slots = new Int32Array(slots * SLOT.size);
    this.#round = 1;
  }

  numberOf(first: number, second: number): number {
    const slots = this.#slots;
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const at = slot * SLOT.size;
      if (slots[at + SLOT.round] !== this.#round) {
        slots[at + SLOT.first] = first;
        slots[at + SLOT.second] = second;
        slots[at + SLOT.number] = this.#firsts.length;
        slots[at + SLOT.round] = this.#round;
        this.#firsts.push(first);
        this.#seconds.push(second);
        return slots[at + SLOT.number]!;
      }
      if (slots[at + SLOT.first] === first && slots[at + SLOT.second] === second)
        return slots[at + SLOT.number]!;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** By number, the first of a pair. */
  firsts(): number[] {
    return this.#firsts.toArray();
  }

  /** By number, the second of a pair. */
  seconds(): number[] {
    return this.#seconds.toArray();
  }
}
