import { BlockLists } from './block-lists.ts';

/** By slot, a list of numbers with a weight each. */
export class WeightedLists {
  // Both give out the same places, since they are asked for the same sizes.
  readonly #ids = new BlockLists((size) => new Uint32Array(size));
  readonly #weights = new BlockLists((size) => new Float32Array(size));

  has(slot: number): boolean {
    return this.#ids.has(slot);
  }

  set(slot: number, ids: ArrayLike<number>, weights: ArrayLike<number>): void {
    this.#ids.set(slot, ids);
    this.#weights.set(slot, weights);
  }

  delete(slot: number): void {
    this.#ids.delete(slot);
    this.#weights.delete(slot);
  }

  length(slot: number): number {
    return this.#ids.length(slot);
  }

  /** Where a list begins in the arrays that `ids` and `weights` return. */
  from(slot: number): number {
    return this.#ids.from(slot);
  }

  /** The array that contains a list's numbers; valid until the list is set or deleted. */
  ids(slot: number): Uint32Array {
    return this.#ids.page(slot);
  }

  /** The array that contains its weights. */
  weights(slot: number): Float32Array {
    return this.#weights.page(slot);
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
