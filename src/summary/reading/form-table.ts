/** Fields of an entry: a form's hash, the offset and number of its code units, and its value. */
const ENTRY = { hash: 0, from: 1, length: 2, value: 3, size: 4 } as const;

/**
 * Printed forms of words → numbers: an open hash table over UTF-16 code units. A word is looked up
 * where it stands in its text; to cut each out for a Map would take most of a summary's time.
 */
export class FormTable {
  /** Slot → an entry's number + 1; 0 if free. At most half are taken. */
  #slots = new Int32Array(4096);
  /** In the order of their coming, so that frequent words, which come early, lie together in the processor's cache. */
  #entries = new Int32Array(2048 * ENTRY.size);
  #size = 0;
  /** The code units of all forms, one after the other. */
  #units: Uint16Array = new Uint16Array(16_384);
  #unitCount = 0;

  /** How many forms there are. */
  get size(): number {
    return this.#size;
  }

  /** The value of the form that stands at `start` up to `end`. */
  get(units: Uint16Array, start: number, end: number): number | undefined {
    const slots = this.#slots;
    const entries = this.#entries;
    const mask = slots.length - 1;
    const hash = hashOf(units, start, end);
    let slot = hash & mask;
    while (slots[slot] !== 0) {
      const entry = (slots[slot]! - 1) * ENTRY.size;
      if (
        entries[entry + ENTRY.hash] === hash &&
        entries[entry + ENTRY.length] === end - start &&
        this.#isForm(entries[entry + ENTRY.from]!, units, start, end)
      )
        return entries[entry + ENTRY.value];
      slot = (slot + 1) & mask;
    }
    return undefined;
  }

  /** Adds a form that has no value yet. */
  add(units: Uint16Array, start: number, end: number, value: number): void {
    if (this.#size * 2 === this.#slots.length) this.#makeRoom();
    const length = end - start;
    while (this.#unitCount + length > this.#units.length) this.#units = doubled(this.#units);
    this.#units.set(units.subarray(start, end), this.#unitCount);
    const hash = hashOf(units, start, end);
    this.#entries.set([hash, this.#unitCount, length, value], this.#size * ENTRY.size);
    this.#unitCount += length;
    this.#size += 1;
    this.#take(hash, this.#size);
  }

  #isForm(from: number, units: Uint16Array, start: number, end: number): boolean {
    const forms = this.#units;
    for (let at = start; at < end; at++) {
      if (forms[from + at - start] !== units[at]) return false;
    }
    return true;
  }

  #makeRoom(): void {
    const entries = new Int32Array(this.#entries.length * 2);
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
