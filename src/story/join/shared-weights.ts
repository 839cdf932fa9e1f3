import { grow } from '../../index/terms/grow.ts';
import { heaviestFirst } from './heaviest-first.ts';

/** By slot, the weight that each article shares with one article, while the candidates for its neighbours are looked for. */
export class SharedWeights {
  #sums = new Float64Array(1024);
  /** The slots of those that share some. */
  #found = new Uint32Array(1024);
  #foundCount = 0;
  /** Buffer: their sums. */
  #weights = new Float64Array(1024);

  /** Makes room for a slot. */
  reserve(slot: number): void {
    this.#sums = grow(this.#sums, slot);
    this.#found = grow(this.#found, slot);
    this.#weights = grow(this.#weights, slot);
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

  /** Selects those that share most, in order, those that share the same by `compare`. */
  select(most: number, compare: (a: number, b: number) => number): Uint32Array {
    const [found, weights] = [this.#found, this.#weights];
    for (let i = 0; i < this.#foundCount; i++) weights[i] = this.#sums[found[i]!]!;
    const compareEqual = (a: number, b: number): number => compare(found[a]!, found[b]!);
    const order = heaviestFirst(weights.subarray(0, this.#foundCount), most, compareEqual);
    return order.map((i) => found[i]!);
  }

  clear(): void {
    for (let i = 0; i < this.#foundCount; i++) this.#sums[this.#found[i]!] = 0;
    this.#foundCount = 0;
  }
}
