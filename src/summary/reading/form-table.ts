/**
 * Fields of an entry: a form's hash, the offset of its code units, its word and its kinds. The offset of the next entry
 * says where the units end.
 */
const ENTRY = { hash: 0, from: 1, word: 2, kinds: 3, size: 4 } as const;

/** What `find` returns for a form that is not in the table. */
export const NO_FORM = -1;

/**
 * Printed forms of words → their word and kinds: an open hash table over UTF-16 code units. A word is looked up
 * where it stands in its text; to cut each out for a Map would take most of a summary's time.
 */
export class FormTable {
  /** Slot → an entry's number + 1; 0 if free. At most half are taken. */
  #slots = new Int32Array(4096);
  /** In the order of their coming, so that frequent words, which come early, lie together in the processor's cache. */
  #entries = new Int32Array(2049 * ENTRY.size);
  #size = 0;
  /** The code units of all forms, one after the other. */
  #units: Uint16Array = new Uint16Array(16_384);
  #unitCount = 0;

  /** How many forms there are. */
  get size(): number {
    return this.#size;
  }

  /** The number of the form that stands at `start` up to `end`, or `NO_FORM`. */
  find(units: Uint16Array, start: number, end: number): number {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    const hash = hashOf(units, start, end);
    let slot = hash & mask;
    while (slots[slot] !== 0) {
      const form = slots[slot]! - 1;
      const entry = form * ENTRY.size;
      if (
        entries[entry + ENTRY.hash] === hash &&
        this.#lengthOf(form) === end - start &&
        this.#isForm(entries[entry + ENTRY.from]!, units, start, end)
      )
        return form;
      slot = (slot + 1) & mask;
    }
    return NO_FORM;
  }

  /** The word that was added with a form. */
  wordOf(form: number): number {
    return this.#entries[form * ENTRY.size + ENTRY.word]!;
  }

  kindsOf(form: number): number {
    return this.#entries[form * ENTRY.size + ENTRY.kinds]!;
  }

  /** Adds a form that is not in the table; returns its number. */
  add(units: Uint16Array, start: number, end: number, word: number, kinds: number): number {
    if (this.#size * 2 === this.#slots.length) this.#makeRoom();
    const length = end - start;
    while (this.#unitCount + length > this.#units.length) this.#units = doubled(this.#units);
    this.#units.set(units.subarray(start, end), this.#unitCount);
    const hash = hashOf(units, start, end);
    const form = this.#size;
    this.#entries.set([hash, this.#unitCount, word, kinds], form * ENTRY.size);
    this.#unitCount += length;
    this.#entries[(form + 1) * ENTRY.size + ENTRY.from] = this.#unitCount;
    this.#size += 1;
    this.#take(hash, this.#size);
    return form;
  }

  #lengthOf(form: number): number {
    const from = form * ENTRY.size + ENTRY.from;
    return this.#entries[from + ENTRY.size]! - this.#entries[from]!;
  }

  #isForm(from: number, units: Uint16Array, start: number, end: number): boolean {
    const forms = this.#units;
    for (let at = start; at < end; at++) {
      if (forms[from + at - start] !== units[at]) return false;
    }
    return true;
  }

  #makeRoom(): void {
    const entries = new Int32Array((this.#slots.length + 1) * ENTRY.size);
    entries.set(this.#entries);
    this.#entries = entries;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.#size; entry++) {
      this.#take(entries[entry * ENTRY.size + ENTRY.hash]!, entry + 1);
    }
  }

  #take(hash: number, number: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number;
  }
}

/** FNV-1a over code units, its high bits folded into the low ones that choose the slot. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function doubled(units: Uint16Array): Uint16Array {
  const larger = new Uint16Array(units.length * 2);
  larger.set(units);
  return larger;
}
