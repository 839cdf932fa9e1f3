import { BlockPool } from './block-pool.ts';
import { gallop } from './gallop.ts';
import { grow } from './grow.ts';

/** The highest count of a term in one article; a higher one is stored as this, and says no more. */
const MAX_COUNT = 255;
/** A posting has 24 bits for the slot and 8 for the count. */
const MAX_SLOT = 2 ** 24 - 1;

/** What is saved of the postings. */
type SavedPostings = ReturnType<Postings['save']>;

/**
 * For each term id, the slots of the articles that contain the term, ascending, and how often they do. A posting
 * is one 32-bit number, `slot × 256 + count`; 20,000 articles have about five million.
 */
export class Postings {
  readonly #pool = new BlockPool((size) => new Uint32Array(size), 16);
  /**
   * Two numbers for each term: how many postings it has, then the address of its postings. Half of all terms have
   * only one posting, which stands in place of the address. The two are neighbours, so that they share a cache line.
   */
  #heads = new Uint32Array(0);

  /** The memory of all postings. */
  get bytes(): number {
    return this.#pool.bytes + this.#heads.byteLength;
  }

  /** The postings that `save` described. */
  static restore({ heads, pool }: SavedPostings): Postings {
    const postings = new Postings();
    postings.#heads = heads;
    postings.#pool.restore(pool);
    return postings;
  }

  /** What a file needs for `restore`: their own arrays, valid until a posting changes. */
  save() {
    return { heads: this.#heads, pool: this.#pool.save() };
  }

  /** The number of articles that contain the term. */
  frequency(termId: number): number {
    return this.#heads[termId * 2] ?? 0;
  }

  /** Calls `visit` for each article that contains the term, by ascending slot. */
  forEach(termId: number, visit: (slot: number, count: number) => void): void {
    const list = this.#list(termId);
    const from = this.#from(termId);
    const to = from + this.frequency(termId);
    for (let i = from; i < to; i++) visit(list[i]! >>> 8, list[i]! & MAX_COUNT);
  }

  /** Calls `visit` for each of the given slots, which ascend, that has the term; `position` is its index in `slots`. */
  forEachAmong(
    termId: number,
    slots: Uint32Array,
    visit: (position: number, count: number) => void,
  ): void {
    const list = this.#list(termId);
    let at = this.#from(termId);
    const to = at + this.frequency(termId);
    // Each list skips to the slot of the other one, so that the time depends on the shorter list.
    for (let position = 0; position < slots.length && at < to;) {
      const slot = slots[position]!;
      const found = list[at]! >>> 8;
      if (found < slot) at = gallop(list, at + 1, to, slot * 256);
      else if (found > slot) position = gallop(slots, position + 1, slots.length, found);
      else {
        visit(position, list[at]! & MAX_COUNT);
        position += 1;
        at += 1;
      }
    }
  }

  add(termId: number, slot: number, count: number): void {
    if (slot > MAX_SLOT)
      throw new RangeError(`No more than ${MAX_SLOT + 1} articles can be indexed`);
    const posting = slot * 256 + Math.min(count, MAX_COUNT);
    const length = this.frequency(termId);
    if (length === capacityFor(length)) this.#resize(termId, length, length + 1);
    const list = this.#list(termId, length + 1);
    const from = this.#from(termId, length + 1);
    // Most new articles have a higher slot than all others.
    const isLast = length === 0 || list[from + length - 1]! < posting;
    const at = isLast ? from + length : gallop(list, from, from + length, posting);
    if (!isLast) list.copyWithin(at + 1, at, from + length);
    list[at] = posting;
    this.#heads[termId * 2] = length + 1;
  }

  remove(termId: number, slot: number): void {
    const length = this.frequency(termId);
    const list = this.#list(termId);
    const from = this.#from(termId);
    const at = gallop(list, from, from + length, slot * 256);
    if (at === from + length || list[at]! >>> 8 !== slot) return;
    list.copyWithin(at, at + 1, from + length);
    if (capacityFor(length) !== capacityFor(length - 1)) this.#resize(termId, length, length - 1);
    this.#heads[termId * 2] = length - 1;
  }

  /** The array that holds a term's postings. */
  #list(termId: number, length = this.frequency(termId)): Uint32Array {
    return length < 2 ? this.#heads : this.#pool.page(this.#heads[termId * 2 + 1]!);
  }

  /** Their first index in that array. */
  #from(termId: number, length = this.frequency(termId)): number {
    const head = termId * 2 + 1;
    return length < 2 ? head : this.#pool.offset(this.#heads[head]!);
  }

  /** Moves a term's postings to a block with room for the new length. */
  #resize(termId: number, length: number, newLength: number): void {
    const head = termId * 2 + 1;
    this.#heads = grow(this.#heads, head);
    const oldHead = this.#heads[head]!;
    const list = this.#list(termId, length);
    const from = this.#from(termId, length);
    if (newLength > 1) {
      const address = this.#pool.allocate(capacityFor(newLength));
      const kept = list.subarray(from, from + Math.min(length, newLength));
      this.#pool.page(address).set(kept, this.#pool.offset(address));
      this.#heads[head] = address;
    } else if (length > 1) this.#heads[head] = list[from]!;
    if (length > 1) this.#pool.free(oldHead, capacityFor(length));
  }
}

/** Capacity of the block for a number of postings: 1, 2, … 8, 10, 12, 14, 16, 20, … At most a fifth is unused. */
function capacityFor(length: number): number {
  if (length < 8) return length;
  const step = 1 << (29 - Math.clz32(length));
  return (length + step - 1) & -step;
}
