import { grow } from '../../index/terms/grow.ts';
import { JOINING } from './join-settings.ts';
import { weightOfEntry } from './story-vector.ts';
import type { StoryVectors } from './story-vectors.ts';
import { marksOf, TERM_MARKS, termOf } from './terms/term-entry.ts';

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

/** Terms share so many flags: these fit the processor's first cache. */
const FLAG_BITS = 15;
const FLAG_MASK = 2 ** FLAG_BITS - 1;

/** The weights and marks of one article's terms, for comparing others with it. */
export class WeightBuffer {
  /** By term id: its place, from 1; 0 if it isn't loaded. */
  #places = new Uint16Array(1024);
  readonly #flags = new Uint8Array(2 ** FLAG_BITS);
  /** By place. */
  readonly #terms = new Uint32Array(JOINING.vectorTerms + 1);
  readonly #weights = new Float64Array(JOINING.vectorTerms + 1);
  readonly #marks = new Uint8Array(JOINING.vectorTerms + 1);
  #count = 0;
  /** Buffer: entries of a vector. */
  readonly #flagged = new Uint32Array(JOINING.vectorTerms);

  /** Makes room for terms up to an id. */
  reserve(idLimit: number): void {
    this.#places = grow(this.#places, idLimit);
  }

  /** Loads the vector of an article in the place of what was loaded. */
  load(vectors: StoryVectors, slot: number): void {
    this.clear();
    const [entries, from, scale] = [vectors.entries(slot), vectors.from(slot), vectors.scale(slot)];
    for (let i = from; i < from + vectors.length(slot); i++) {
      const entry = entries[i]!;
      this.add(termOf(entry), weightOfEntry(entry, scale, vectors.table), marksOf(entry));
    }
  }

  /** Adds a term that isn't loaded. */
  add(term: number, weight: number, marks = 0): void {
    const place = ++this.#count;
    this.#places[term] = place;
    this.#flags[term & FLAG_MASK] = 1;
    this.#terms[place] = term;
    this.#weights[place] = weight;
    this.#marks[place] = marks;
  }

  clear(): void {
    for (let place = 1; place <= this.#count; place++) {
      const term = this.#terms[place]!;
      this.#places[term] = 0;
      this.#flags[term & FLAG_MASK] = 0;
    }
    this.#count = 0;
  }

  /** 0 for a term that isn't loaded. */
  weight(term: number): number {
    return this.#weights[this.#places[term]!]!;
  }

  /** Compares an article with the one that is loaded. */
  compare(vectors: StoryVectors, slot: number): Comparison {
    const [scale, { table }] = [vectors.scale(slot), vectors];
    const [flagged, places, weights] = [this.#flagged, this.#places, this.#weights];
    const count = this.#collectFlagged(vectors, slot);
    let [cosine, named, ofLoadedOpening, ofOtherOpening, shared] = [0, 0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      const entry = flagged[i]!;
      const place = places[termOf(entry)]!;
      if (place === 0) continue;
      const product = weightOfEntry(entry, scale, table) * weights[place]!;
      const [loaded, other] = [this.#marks[place]!, marksOf(entry)];
      cosine += product;
      if ((loaded & other & TERM_MARKS.name) !== 0) named += product;
      if ((loaded & TERM_MARKS.opening) !== 0) ofLoadedOpening += product;
      if ((other & TERM_MARKS.opening) !== 0) ofOtherOpening += product;
      shared += 1;
    }
    return { cosine, named, ofLoadedOpening, ofOtherOpening, shared };
  }

  /**
   * Collects the entries of an article whose terms have a flag, and returns their number. Most terms are not shared. The
   * flags are in the processor's cache, the places aren't; and without a condition it has nothing to guess wrong.
   */
  #collectFlagged(vectors: StoryVectors, slot: number): number {
    const [entries, from] = [vectors.entries(slot), vectors.from(slot)];
    const [flags, flagged] = [this.#flags, this.#flagged];
    const to = from + vectors.length(slot);
    let count = 0;
    for (let i = from; i < to; i++) {
      const entry = entries[i]!;
      flagged[count] = entry;
      count += flags[termOf(entry) & FLAG_MASK]!;
    }
    return count;
  }
}
