import { grow } from '../../index/terms/grow.ts';
import { JOINING } from './join-settings.ts';
import { weightOfEntry } from './story-vector.ts';
import type { StoryVectors } from './story-vectors.ts';
import { isNameEntry, isOpeningEntry, termOf } from './term-entry.ts';

/** The cosine of two articles, and the number of terms that they share. */
export interface Comparison {
  readonly cosine: number;
  /** The part of it that is due to terms which are names in both. */
  readonly named: number;
  /** The parts of it that are due to terms of the opening of the article that is loaded, and of the other one's. */
  readonly ofLoadedOpening: number;
  readonly ofOtherOpening: number;
  readonly shared: number;
}

/** Terms share so many marks: these fit the processor's first cache. */
const MARK_BITS = 15;
const MARK_MASK = 2 ** MARK_BITS - 1;

/** The weights of one article's terms by term id, for comparing others with it. Those of names are negative. */
export class WeightBuffer {
  #weights = new Float64Array(1024);
  /** By term: 1 if the article that is loaded has it in its opening; only what it has is right. */
  #openings = new Uint8Array(1024);
  readonly #marks = new Uint8Array(2 ** MARK_BITS);
  /** Buffer: entries of a vector. */
  readonly #marked = new Uint32Array(JOINING.vectorTerms);

  /** Makes room for terms up to an id. */
  reserve(idLimit: number): void {
    this.#weights = grow(this.#weights, idLimit);
    this.#openings = grow(this.#openings, idLimit);
  }

  /** Loads the vector of an article. */
  load(vectors: StoryVectors, slot: number): void {
    vectors.forEach(slot, (term, weight, isName, isOpening) => {
      this.#openings[term] = Number(isOpening);
      this.set(term, isName ? -weight : weight);
    });
  }

  /** Unloads it, since the buffer must be empty before the next one. */
  unload(vectors: StoryVectors, slot: number): void {
    vectors.forEach(slot, (term) => {
      this.set(term, 0);
    });
  }

  weight(term: number): number {
    return this.#weights[term]!;
  }

  /** Sets the weight of a term. Terms share marks, so all must be set to 0 again before others are set. */
  set(term: number, weight: number): void {
    this.#weights[term] = weight;
    this.#marks[term & MARK_MASK] = Number(weight !== 0);
  }

  /** Compares an article with the one that is loaded. */
  compare(vectors: StoryVectors, slot: number): Comparison {
    const [scale, { table }] = [vectors.scale(slot), vectors];
    const [marked, weights, openings] = [this.#marked, this.#weights, this.#openings];
    const count = this.#collectMarked(vectors, slot);
    let [cosine, named, ofLoadedOpening, ofOtherOpening, shared] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const entry = marked[i]!;
      const term = termOf(entry);
      const weight = weights[term]!;
      if (weight === 0) continue;
      const product = weightOfEntry(entry, scale, table) * Math.abs(weight);
      cosine += product;
      if (weight < 0 && isNameEntry(entry)) named += product;
      if (openings[term] === 1) ofLoadedOpening += product;
      if (isOpeningEntry(entry)) ofOtherOpening += product;
      shared += 1;
    }
    return { cosine, named, ofLoadedOpening, ofOtherOpening, shared };
  }

  /**
   * Collects the entries of an article whose terms have a mark, and returns their number. Most terms are not shared. The
   * marks are in the processor's cache, the weights aren't; and without a condition it has nothing to guess wrong.
   */
  #collectMarked(vectors: StoryVectors, slot: number): number {
    const [entries, from] = [vectors.entries(slot), vectors.from(slot)];
    const [marks, marked] = [this.#marks, this.#marked];
    const to = from + vectors.length(slot);
    let count = 0;
    for (let i = from; i < to; i++) {
      const entry = entries[i]!;
      marked[count] = entry;
      count += marks[termOf(entry) & MARK_MASK]!;
    }
    return count;
  }
}
