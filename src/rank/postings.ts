/** Most that a term's count in one article is kept as; more tells nothing more. */
const MAX_COUNT = 255;
/** A slot and a count share 32 bits. */
const MAX_SLOT = 2 ** 24 - 1;
/** Longer lists are typed arrays; for short ones those would weigh more than what is in them. */
const MAX_SHORT_LIST = 16;

/**
 * For each term id, the slots of the articles that contain it, ascending, and how often. A posting
 * is one 32-bit number, `slot × 256 + count`: 20,000 articles have some five million of them.
 */
export class Postings {
  readonly #lists: (number[] | Uint32Array | undefined)[] = [];
  /** A typed array has room to grow; these are the lengths in use. */
  readonly #lengths: number[] = [];

  /** In how many articles the term occurs. */
  frequency(termId: number): number {
    return this.#lengths[termId] ?? 0;
  }

  /** Calls back for each article with the term, in ascending order of slot. */
  forEach(termId: number, visit: (slot: number, count: number) => void): void {
    const list = this.#lists[termId];
    if (!list) return;
    const length = this.frequency(termId);
    for (let i = 0; i < length; i++) visit(list[i]! >>> 8, list[i]! & MAX_COUNT);
  }

  add(termId: number, slot: number, count: number): void {
    if (slot > MAX_SLOT)
      throw new RangeError(`No more than ${MAX_SLOT + 1} articles can be indexed`);
    const posting = slot * 256 + Math.min(count, MAX_COUNT);
    const length = this.frequency(termId);
    const list = this.#listWithRoom(termId, length);
    const at = lowerBound(list, length, posting);
    // A copy is exactly as long as it must be; an array that grows in place takes room for 17.
    if (Array.isArray(list)) this.#lists[termId] = list.toSpliced(at, 0, posting);
    else {
      list.copyWithin(at + 1, at, length);
      list[at] = posting;
    }
    this.#lengths[termId] = length + 1;
  }

  remove(termId: number, slot: number): void {
    const list = this.#lists[termId];
    const length = this.frequency(termId);
    if (!list) return;
    const at = lowerBound(list, length, slot * 256);
    if (at === length || list[at]! >>> 8 !== slot) return;
    if (Array.isArray(list)) list.splice(at, 1);
    else list.copyWithin(at, at + 1, length);
    this.#lengths[termId] = length - 1;
    if (length === 1) this.#lists[termId] = undefined;
  }

  #listWithRoom(termId: number, length: number): number[] | Uint32Array {
    // Filled without gaps: an array with a gap of thousands would turn into a hash table.
    while (this.#lists.length <= termId) {
      this.#lists.push(undefined);
      this.#lengths.push(0);
    }
    const list = this.#lists[termId];
    if (list && (Array.isArray(list) ? length < MAX_SHORT_LIST : length < list.length)) return list;
    if (!list) return (this.#lists[termId] = []);
    const larger = new Uint32Array(Math.ceil(length * 1.5));
    larger.set(list);
    return (this.#lists[termId] = larger);
  }
}

function lowerBound(list: number[] | Uint32Array, length: number, value: number): number {
  // Articles mostly come in with ever higher slots.
  if (length === 0 || list[length - 1]! < value) return length;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
