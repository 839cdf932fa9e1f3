import { grow } from '../../index/terms/grow.ts';
import type { WeightedLists } from './weighted-lists.ts';

/** The cosine of two articles, and the number of terms that they share. */
export interface Comparison {
  readonly cosine: number;
  /** The part of it that is due to terms which are names in both. */
  readonly named: number;
  readonly shared: number;
}

/** A bit for each term, which it shares with others: so few that they fit the processor's first cache. */
const MARK_BITS = 15;
const MARK_MASK = 2 ** MARK_BITS - 1;

/** The weights of one article's terms by term id, for comparing others with it. */
export class WeightBuffer {
  #weights = new Float64Array(1024);
  readonly #marks = new Uint32Array(2 ** MARK_BITS / 32);

  /** Makes room for terms up to an id. */
  reserve(idLimit: number): void {
    this.#weights = grow(this.#weights, idLimit);
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

  /** Sets the weight of a term; 0 for all that were set must follow. */
  set(term: number, weight: number): void {
    this.#weights[term] = weight;
    const mark = term & MARK_MASK;
    if (weight === 0) this.#marks[mark >> 5] = 0;
    else this.#marks[mark >> 5]! |= 1 << (mark & 31);
  }

  /** Compares an article with the one that is loaded. */
  compare(vectors: WeightedLists, slot: number): Comparison {
    const [terms, heavy, from] = [vectors.ids(slot), vectors.weights(slot), vectors.from(slot)];
    const to = from + vectors.length(slot);
    const [marks, weights] = [this.#marks, this.#weights];
    let [cosine, named, shared] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const term = terms[i]!;
      // Most terms are not shared. The marks are in the processor's cache, the weights aren't.
      if (((marks[(term & MARK_MASK) >> 5]! >>> (term & 31)) & 1) === 0) continue;
      // The weights of names are negative.
      const weight = weights[term]!;
      if (weight === 0) continue;
      const product = heavy[i]! * weight;
      cosine += Math.abs(product);
      if (product > 0 && weight < 0) named += product;
      shared += 1;
    }
    return { cosine, named, shared };
  }
}
