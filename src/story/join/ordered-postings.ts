import { BlockPool } from '../../index/terms/block-pool.ts';
import { grow } from '../../index/terms/grow.ts';

/** The postings of a term: those from `from` to before `to` of an array. */
export interface PostingRange {
  readonly list: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** A posting is one number: a slot, and in its low bits a weight in steps. */
const POSTING_BITS = 8;
const STEPS = 2 ** POSTING_BITS;

/** `weight`: 0 to 1. */
export function postingOf(slot: number, weight: number): number {
  return slot * STEPS + Math.min(STEPS - 1, Math.round(weight * STEPS));
}

export function slotOf(posting: number): number {
  return posting >>> POSTING_BITS;
}

/** The weight of a posting in steps. It is never 0, so that it marks an article as found. */
export function weightOf(posting: number): number {
  return (posting & (STEPS - 1)) + 0.5;
}

/** For each term id the articles that have it among their heaviest, in an order that the caller keeps. */
export class OrderedPostings {
  readonly #pool = new BlockPool((size) => new Uint32Array(size), 16);
  /** By term: the number of its postings and the address of the first. */
  #counts = new Uint32Array(1024);
  #addresses = new Uint32Array(1024);

  /** The postings of a term; valid until one is inserted or removed. */
  range(term: number): PostingRange {
    const count = term < this.#counts.length ? this.#counts[term]! : 0;
    if (count === 0) return NO_POSTINGS;
    const address = this.#addresses[term]!;
    const from = this.#pool.offset(address);
    return { list: this.#pool.page(address), from, to: from + count };
  }

  /** Inserts a posting before those of the term for which a condition holds, which it does for all after the first one. */
  insert(term: number, posting: number, isAfter: (posting: number) => boolean): void {
    this.#counts = grow(this.#counts, term);
    this.#addresses = grow(this.#addresses, term);
    const count = this.#counts[term]!;
    this.#resize(term, count, count + 1);
    const { list, from } = this.range(term);
    const end = from + count;
    const position = search(from, end, (at) => isAfter(list[at]!));
    if (position < end) list.copyWithin(position + 1, position, end);
    list[position] = posting;
  }

  removeAt(term: number, position: number): void {
    const { list, from, to } = this.range(term);
    list.copyWithin(from + position, from + position + 1, to);
    this.#resize(term, to - from, to - from - 1);
  }

  /** Moves a term's postings to a block of another size if need be. */
  #resize(term: number, count: number, newCount: number): void {
    const [capacity, newCapacity] = [capacityFor(count), capacityFor(newCount)];
    if (capacity !== newCapacity) {
      const { list, from } = this.range(term);
      const address = newCapacity > 0 ? this.#pool.allocate(newCapacity) : 0;
      const to = this.#pool.offset(address);
      // Most terms have so few that a view of them would take longer.
      for (let i = Math.min(count, newCount) - 1; i >= 0; i--)
        this.#pool.page(address)[to + i] = list[from + i]!;
      if (capacity > 0) this.#pool.free(this.#addresses[term]!, capacity);
      this.#addresses[term] = address;
    }
    this.#counts[term] = newCount;
  }
}

const NO_POSTINGS: PostingRange = { list: new Uint32Array(0), from: 0, to: 0 };

/** The size of the block for a number of postings: at most a third is unused. */
function capacityFor(count: number): number {
  if (count < 4) return count;
  const step = 1 << (30 - Math.clz32(count));
  return (count + step - 1) & -step;
}

/** The first index for which a condition holds that holds for all after it. Most often it is the end, or close to it. */
export function search(from: number, to: number, isAfter: (at: number) => boolean): number {
  let [low, high] = [from, to];
  if (high > low && !isAfter(high - 1)) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
