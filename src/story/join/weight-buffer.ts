import { grow } from '../../index/terms/grow.ts';
import type { WeightedLists } from './weighted-lists.ts';

/** The cosine of two articles, and the number of terms that they share. */
export interface Comparison {
  readonly cosine: number;
  /** The part of it that is due to terms which are names in both. */
  readonly named: number;
  readonly shared: number;
}

/** The weights of one article's terms by term id, for comparing others with it. */
export class WeightBuffer {
  #weights = new Float64Array(1024);
  #bits = new Uint32Array(32);

  /** Makes room for terms up to an id. */
  reserve(idLimit: number): void {
    this.#weights = grow(this.#weights, idLimit);
    this.#bits = grow(this.#bits, idLimit >> 5);
  }

  /** Loads the vector of an article. */
  load(vectors: WeightedLists, slot: number): void {
    const [terms, weights, from] = [vectors.ids(slot), vectors.weights(slot), vectors.from(slot)];
    const to = from + vectors.length(slot);
    for (let i = from; i < to; i++) this.set(terms[i]!, weights[i]!);
  }

  /** Unloads it, since the buffer must be empty before the next one. */
  unload(vectors: WeightedLists, slot: number): void {
    const [terms, from] = [vectors.ids(slot), vectors.from(slot)];
    const to = from + vectors.length(slot);
    for (let i = from; i < to; i++) this.set(terms[i]!, 0);
  }

  weight(term: number): number {
    return this.#weights[term]!;
  }

  set(term: number, weight: number): void {
    this.#weights[term] = weight;
    if (weight === 0) this.#bits[term >> 5] = 0;
    else this.#bits[term >> 5]! |= 1 << (term & 31);
  }

  /** Compares an article with the one that is loaded. */
  compare(vectors: WeightedLists, slot: number): Comparison {
    const [terms, heavy, from] = [vectors.ids(slot), vectors.weights(slot), vectors.from(slot)];
    const to = from + vectors.length(slot);
    const [bits, weights] = [this.#bits, this.#weights];
    let [cosine, named, shared] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const term = terms[i]!;
      // Most terms are not shared. The bits of all terms fit the processor's cache, their weights don't.
      if (((bits[term >> 5]! >>> (term & 31)) & 1) === 0) continue;
      // The weights of names are negative.
      const weight = weights[term]!;
      const product = heavy[i]! * weight;
      cosine += Math.abs(product);
      if (product > 0 && weight < 0) named += product;
      shared += 1;
    }
    return { cosine, named, shared };
  }
}
