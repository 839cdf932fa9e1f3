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

  /** The numbers that a list and another one don't both have with the same weight. */
  differing(slot: number, ids: ArrayLike<number>, weights: ArrayLike<number>): number[] {
    const known = new Map<number, number>();
    const from = this.from(slot);
    const to = from + this.length(slot);
    for (let i = from; i < to; i++) known.set(this.ids(slot)[i]!, this.weights(slot)[i]!);
    const differing: number[] = [];
    for (let i = 0; i < ids.length; i++) {
      if (known.get(ids[i]!) === weights[i]) known.delete(ids[i]!);
      else differing.push(ids[i]!);
    }
    return [...differing, ...known.keys()];
  }
}
