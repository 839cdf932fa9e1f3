import { grow } from '../../index/terms/grow.ts';
import { heaviestFirst } from './heaviest-first.ts';
import { slotOf, weightOf } from './ordered-postings.ts';

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

  /** Adds the weight of each posting from `from` to before `to`, times a weight more than 0, to its article's, but not to `except`. */
  addAll(list: Uint32Array, from: number, to: number, weight: number, except: number): void {
    const [sums, found] = [this.#sums, this.#found];
    let count = this.#foundCount;
    for (let at = from; at < to; at++) {
      const posting = list[at]!;
      const slot = slotOf(posting);
      if (slot === except) continue;
      const sum = sums[slot]!;
      if (sum === 0) found[count++] = slot;
      sums[slot] = sum + weight * weightOf(posting);
    }
    this.#foundCount = count;
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
