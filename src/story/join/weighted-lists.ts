import { BlockPool } from '../../index/terms/block-pool.ts';
import { grow } from '../../index/terms/grow.ts';

/** Sizes are rounded up to a multiple of this, so that the block of a removed list fits a new one of similar length. */
const SIZE_STEP = 8;
const PAGE_BITS = 16;

/** By slot, a list of numbers with a weight each, in a few large arrays. */
export class WeightedLists {
  // Both pools give out the same addresses, since they are asked for the same sizes.
  readonly #ids = new BlockPool((size) => new Uint32Array(size), PAGE_BITS);
  readonly #weights = new BlockPool((size) => new Float32Array(size), PAGE_BITS);
  #addresses = new Uint32Array(64);
  /** By slot: one more than the length; 0 if the slot is free. */
  #sizes = new Uint32Array(64);

  has(slot: number): boolean {
    return slot < this.#sizes.length && this.#sizes[slot] !== 0;
  }

  set(slot: number, ids: ArrayLike<number>, weights: ArrayLike<number>): void {
    if (this.has(slot)) this.delete(slot);
    const size = roundUp(ids.length);
    const address = this.#ids.allocate(size);
    this.#weights.allocate(size);
    this.#ids.page(address).set(ids, this.#ids.offset(address));
    this.#weights.page(address).set(weights, this.#weights.offset(address));
    this.#addresses = grow(this.#addresses, slot);
    this.#sizes = grow(this.#sizes, slot);
    this.#addresses[slot] = address;
    this.#sizes[slot] = ids.length + 1;
  }

  delete(slot: number): void {
    if (!this.has(slot)) return;
    const size = roundUp(this.length(slot));
    this.#ids.free(this.#addresses[slot]!, size);
    this.#weights.free(this.#addresses[slot]!, size);
    this.#sizes[slot] = 0;
  }

  length(slot: number): number {
    return this.#sizes[slot]! - 1;
  }

  /** Where a list begins in the arrays that `ids` and `weights` return. */
  from(slot: number): number {
    return this.#ids.offset(this.#addresses[slot]!);
  }

  /** The array that contains a list's numbers; valid until the list is set or deleted. */
  ids(slot: number): Uint32Array {
    return this.#ids.page(this.#addresses[slot]!);
  }

  /** The array that contains its weights. */
  weights(slot: number): Float32Array {
    return this.#weights.page(this.#addresses[slot]!);
  }

  /** Whether a number is in a list. */
  includes(slot: number, id: number): boolean {
    const [ids, from] = [this.ids(slot), this.from(slot)];
    const to = from + this.length(slot);
    for (let i = from; i < to; i++) if (ids[i] === id) return true;
    return false;
  }

  /** Removes the numbers that pass a test from a list, with their weights. */
  removeAll(slot: number, isGone: (id: number) => boolean): void {
    const [ids, weights] = [this.ids(slot), this.weights(slot)];
    const from = this.from(slot);
    const to = from + this.length(slot);
    let at = from;
    while (at < to && !isGone(ids[at]!)) at += 1;
    if (at === to) return;
    const kept = [...ids.subarray(from, to).keys()].filter((i) => !isGone(ids[from + i]!));
    this.set(
      slot,
      kept.map((i) => ids[from + i]!),
      kept.map((i) => weights[from + i]!),
    );
  }

  /** Whether a list has exactly these numbers and weights. */
  equals(slot: number, ids: ArrayLike<number>, weights: ArrayLike<number>): boolean {
    if (!this.has(slot) || this.length(slot) !== ids.length) return false;
    const [from, known, heavy] = [this.from(slot), this.ids(slot), this.weights(slot)];
    for (let i = 0; i < ids.length; i++) {
      if (known[from + i] !== ids[i] || heavy[from + i] !== weights[i]) return false;
    }
    return true;
  }
}

function roundUp(size: number): number {
  return Math.max(1, Math.ceil(size / SIZE_STEP)) * SIZE_STEP;
}
