/** Most that a term's count in one article is kept as; more tells nothing more. */
const MAX_COUNT = 255;
/** A slot and a count share 32 bits. */
const MAX_SLOT = 2 ** 24 - 1;

/**
 * For each term id, the slots of the articles that contain it, ascending, and how often. A posting
 * is one 32-bit number, `slot × 256 + count`: 20,000 articles have some five million of them.
 */
export class Postings {
  /** The only posting of terms in one article, which most terms are. */
  readonly #single: number[] = [];
  readonly #lists: (Uint32Array | undefined)[] = [];
  readonly #lengths: number[] = [];

  /** In how many articles the term occurs. */
  frequency(termId: number): number {
    return this.#lengths[termId] ?? 0;
  }

  /** Calls back for each article with the term, in ascending order of slot. */
  forEach(termId: number, visit: (slot: number, count: number) => void): void {
    const length = this.frequency(termId);
    const list = this.#lists[termId];
    for (let i = 0; i < length; i++) {
      const posting = list ? list[i]! : this.#single[termId]!;
      visit(posting >>> 8, posting & MAX_COUNT);
    }
  }

  add(termId: number, slot: number, count: number): void {
    if (slot > MAX_SLOT)
      throw new RangeError(`No more than ${MAX_SLOT + 1} articles can be indexed`);
    const posting = slot * 256 + Math.min(count, MAX_COUNT);
    const length = this.frequency(termId);
    this.#grow(termId);
    this.#lengths[termId] = length + 1;
    if (length === 0) {
      this.#single[termId] = posting;
      return;
    }
    const list = this.#listWithRoom(termId, length);
    const at = lowerBound(list, length, posting);
    list.copyWithin(at + 1, at, length);
    list[at] = posting;
  }

  remove(termId: number, slot: number): void {
    const length = this.frequency(termId);
    const list = this.#lists[termId];
    if (length === 0) return;
    if (!list) {
      if (this.#single[termId]! >>> 8 === slot) this.#lengths[termId] = 0;
      return;
    }
    const at = lowerBound(list, length, slot * 256);
    if (at === length || list[at]! >>> 8 !== slot) return;
    list.copyWithin(at, at + 1, length);
    this.#lengths[termId] = length - 1;
    if (length === 1) this.#lists[termId] = undefined;
  }

  #grow(termId: number): void {
    // Dense arrays stay arrays; a gap of thousands would turn them into hash tables.
    while (this.#lengths.length <= termId) {
      this.#lengths.push(0);
      this.#single.push(0);
      this.#lists.push(undefined);
    }
  }

  #listWithRoom(termId: number, length: number): Uint32Array {
    const list = this.#lists[termId];
    if (list && list.length > length) return list;
    const larger = new Uint32Array(list ? Math.ceil(length * 1.5) : 4);
    if (list) larger.set(list);
    else larger[0] = this.#single[termId]!;
    this.#lists[termId] = larger;
    return larger;
  }
}

function lowerBound(list: Uint32Array, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
