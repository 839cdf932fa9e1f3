import { grow } from '../../index/terms/grow.ts';
import { heaviestFirst } from './heaviest-first.ts';

/** So many times as many articles as are selected are sorted at once. */
const BATCH = 4;

/** By slot, the weight that each article shares with one article, while the candidates for its neighbours are looked for. */
export class SharedWeights {
  #sums = new Float64Array(1024);
  /** The slots of those that share some. */
  #found = new Uint32Array(1024);
  #foundCount = 0;

  /** Makes room for a slot. */
  reserve(slot: number): void {
    this.#sums = grow(this.#sums, slot);
    this.#found = grow(this.#found, slot);
  }

  /** Adds a weight, more than 0, to an article's. */
  add(slot: number, weight: number): void {
    const sum = this.#sums[slot]!;
    if (sum === 0) this.#found[this.#foundCount++] = slot;
    this.#sums[slot] = sum + weight;
  }

  of(slot: number): number {
    return this.#sums[slot]!;
  }

  /** Selects those that share most, in order, those that share the same by `compare`. Not all are sorted: there are thousands. */
  select(most: number, compare: (a: number, b: number) => number): Uint32Array {
    const sums = this.#sums;
    const batch = new Uint32Array(most * BATCH);
    let [count, least] = [0, 0];
    for (let i = 0; i < this.#foundCount; i++) {
      const slot = this.#found[i]!;
      if (sums[slot]! < least) continue;
      batch[count++] = slot;
      if (count < batch.length) continue;
      batch.set(this.#rank(batch, compare).subarray(0, most));
      count = most;
      least = sums[batch[most - 1]!]!;
    }
    return this.#rank(batch.subarray(0, count), compare).subarray(0, most);
  }

  #rank(slots: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
    const weights = new Float64Array(slots.length);
    for (let i = 0; i < slots.length; i++) weights[i] = this.#sums[slots[i]!]!;
    const order = heaviestFirst(weights, (a, b) => compare(slots[a]!, slots[b]!));
    return order.map((i) => slots[i]!);
  }

  clear(): void {
    for (let i = 0; i < this.#foundCount; i++) this.#sums[this.#found[i]!] = 0;
    this.#foundCount = 0;
  }
}
