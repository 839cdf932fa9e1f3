import { grow } from '../../../index/terms/grow.ts';
import { StringTable } from '../../../index/terms/string-table.ts';
import { TERM_LIMIT } from './term-entry.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Terms without a user are dropped if they are more than the others, and more than this. */
const MOST_UNUSED = 50_000;

/** Numbers terms from 1. The numbers of terms that nobody holds any more are used again. */
export class TermTable {
  readonly #strings = new StringTable();
  /** For each vocabulary, by its number of a term: the term's id, 0 if it was not asked for yet. */
  #known = new WeakMap<Vocabulary, Uint32Array>();
  /** By id. */
  #rarities = new Float64Array(1024);
  /** By id: how many hold it. */
  #holders = new Uint32Array(1024);
  #heldCount = 0;

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#strings.idLimit;
  }

  /** The id of a term. It is valid until `release` is called, and then only if it is held. */
  idOf(term: string): number {
    return this.#strings.intern(term);
  }

  /**
   * The ids of terms of a vocabulary, given by their numbers, in an order of their positions; valid as long as those that
   * `idOf` returns.
   */
  idsOf(vocabulary: Vocabulary, terms: Uint32Array, order: Uint32Array): Uint32Array {
    const known = grow(this.#known.get(vocabulary) ?? new Uint32Array(0), vocabulary.limit - 1);
    this.#known.set(vocabulary, known);
    const ids = new Uint32Array(order.length);
    for (let at = 0; at < ids.length; at++) {
      const term = terms[order[at]!]!;
      ids[at] = known[term] ||= this.#read(vocabulary, term);
    }
    return ids;
  }

  /** ln((N + 1) / (df + ½)) for an id that `idsOf` returned. */
  rarity(id: number): number {
    return this.#rarities[id]!;
  }

  #read(vocabulary: Vocabulary, number: number): number {
    const id = this.idOf(vocabulary.textOf(number));
    if (id >= TERM_LIMIT) throw new RangeError('There are too many terms');
    this.#rarities = grow(this.#rarities, id);
    this.#rarities[id] = vocabulary.rarityOf(number);
    return id;
  }

  hold(id: number): void {
    this.#holders = grow(this.#holders, id);
    if (this.#holders[id] === 0) this.#heldCount += 1;
    this.#holders[id]! += 1;
  }

  /** Releases ids, each of which is held, and drops the terms that nobody holds if they are many. */
  release(ids: Iterable<number>): void {
    for (const id of ids) {
      this.#holders[id]! -= 1;
      if (this.#holders[id] === 0) this.#heldCount -= 1;
    }
    const unused = this.#strings.size - this.#heldCount;
    if (unused > Math.max(MOST_UNUSED, this.#heldCount)) this.#dropUnused();
  }

  #dropUnused(): void {
    this.#known = new WeakMap();
    this.#strings.keepOnly((id) => (this.#holders[id] ?? 0) > 0);
  }
}
