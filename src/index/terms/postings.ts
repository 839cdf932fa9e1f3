import { BlockPool } from './block-pool.ts';
import { gallop } from './gallop.ts';
import { grow } from './grow.ts';

/** Most that a term's count in one article is kept as; more tells nothing more. */
const MAX_COUNT = 255;
/** A slot and a count share 32 bits. */
const MAX_SLOT = 2 ** 24 - 1;

/**
 * For each term id, the slots of the articles that contain it, ascending, and how often. A posting
 * is one 32-bit number, `slot × 256 + count`: 20,000 articles have some five million of them.
 */
export class Postings {
  readonly #pool = new BlockPool((size) => new Uint32Array(size), 16);
  /**
   * Two numbers a term, side by side because memory is slow: how many postings it has, and a lone one itself, as
   * half of all terms have only one, else the address of several.
   */
  #heads = new Uint32Array(0);

  /** In how many articles the term occurs. */
  frequency(termId: number): number {
    return this.#heads[termId * 2] ?? 0;
  }

  /** Calls back for each article with the term, in ascending order of slot. */
  forEach(termId: number, visit: (slot: number, count: number) => void): void {
    const list = this.#list(termId);
    const from = this.#from(termId);
    const to = from + this.frequency(termId);
    for (let i = from; i < to; i++) visit(list[i]! >>> 8, list[i]! & MAX_COUNT);
  }

  /** Calls back for each of some slots, ascending, that has the term: with its place among them. */
  forEachAmong(
    termId: number,
    slots: Uint32Array,
    visit: (place: number, count: number) => void,
  ): void {
    const list = this.#list(termId);
    let at = this.#from(termId);
    const to = at + this.frequency(termId);
    // Each list leaps to where the other one is, so that the shorter one decides how long it takes.
    for (let place = 0; place < slots.length && at < to;) {
      const slot = slots[place]!;
      const found = list[at]! >>> 8;
      if (found < slot) at = gallop(list, at + 1, to, slot * 256);
      else if (found > slot) place = gallop(slots, place + 1, slots.length, found);
      else {
        visit(place, list[at]! & MAX_COUNT);
        place += 1;
        at += 1;
      }
    }
  }

  add(termId: number, slot: number, count: number): void {
    if (slot > MAX_SLOT)
      throw new RangeError(`No more than ${MAX_SLOT + 1} articles can be indexed`);
    const posting = slot * 256 + Math.min(count, MAX_COUNT);
    const length = this.frequency(termId);
    if (length === roomFor(length)) this.#resize(termId, length, length + 1);
    const list = this.#list(termId, length + 1);
    const from = this.#from(termId, length + 1);
    // Articles mostly come in with ever higher slots.
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
    if (roomFor(length) !== roomFor(length - 1)) this.#resize(termId, length, length - 1);
    this.#heads[termId * 2] = length - 1;
  }

  /** The array in which a term's postings stand. */
  #list(termId: number, length = this.frequency(termId)): Uint32Array {
    return length < 2 ? this.#heads : this.#pool.page(this.#heads[termId * 2 + 1]!);
  }

  /** Where in it they begin. */
  #from(termId: number, length = this.frequency(termId)): number {
    const head = termId * 2 + 1;
    return length < 2 ? head : this.#pool.offset(this.#heads[head]!);
  }

  /** Moves as many postings as both lengths have to where the new length has room. */
  #resize(termId: number, length: number, newLength: number): void {
    const head = termId * 2 + 1;
    this.#heads = grow(this.#heads, head);
    const oldHead = this.#heads[head]!;
    const list = this.#list(termId, length);
    const from = this.#from(termId, length);
    if (newLength > 1) {
      const address = this.#pool.allocate(roomFor(newLength));
      const kept = list.subarray(from, from + Math.min(length, newLength));
      this.#pool.page(address).set(kept, this.#pool.offset(address));
      this.#heads[head] = address;
    } else if (length > 1) this.#heads[head] = list[from]!;
    if (length > 1) this.#pool.free(oldHead, roomFor(length));
  }
}

/** Room that lists of a length have: 1, 2, … 8, 10, 12, 14, 16, 20, … so that no more than a fifth stands empty. */
function roomFor(length: number): number {
  if (length < 8) return length;
  const step = 1 << (29 - Math.clz32(length));
  return (length + step - 1) & -step;
}
