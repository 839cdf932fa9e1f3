/**
 * Printed forms of words, numbered from 0 in the order in which they are first seen: an open hash
 * table over UTF-16 code units. A word is looked up where it stands in its text; to cut each out for
 * a Map would take most of a summary's time.
 */
export class FormTable {
  /** Slot → a form's number + 1; 0 where free. At most half are taken. */
  #slots = new Int32Array(4096);
  #count = 0;
  /** By number: its hash, and where its code units end; they begin where the form before ends. */
  #hashes = new Int32Array(2048);
  #ends = new Int32Array(2048);
  #forms = new Uint16Array(16_384);

  /** How many forms there are; the next new one gets this number. */
  get size(): number {
    return this.#count;
  }

  /** The number of the form that stands at `start` up to `end`. */
  numberOf(units: Uint16Array, start: number, end: number): number {
    const hash = hashOf(units, start, end);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if (this.#hashes[taken - 1] === hash && this.#isForm(taken - 1, units, start, end))
        return taken - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, units, start, end);
  }

  #isForm(form: number, units: Uint16Array, start: number, end: number): boolean {
    const from = form === 0 ? 0 : this.#ends[form - 1]!;
    if (this.#ends[form]! - from !== end - start) return false;
    const forms = this.#forms;
    for (let at = start; at < end; at++) {
      if (forms[from + at - start] !== units[at]) return false;
    }
    return true;
  }

  #add(hash: number, units: Uint16Array, start: number, end: number): number {
    const form = this.#count;
    const from = form === 0 ? 0 : this.#ends[form - 1]!;
    while (from + end - start > this.#forms.length) this.#forms = doubled(this.#forms);
    for (let at = start; at < end; at++) this.#forms[from + at - start] = units[at]!;
    if (form === this.#ends.length) this.#makeRoom();
    this.#hashes[form] = hash;
    this.#ends[form] = from + end - start;
    this.#count += 1;
    this.#take(form);
    return form;
  }

  #makeRoom(): void {
    this.#hashes = doubled(this.#hashes);
    this.#ends = doubled(this.#ends);
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let form = 0; form < this.#count; form++) this.#take(form);
  }

  #take(form: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes[form]! & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = form + 1;
  }
}

/** FNV-1a over code units, its high bits folded into the low ones that choose the slot. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ units[at]!, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function doubled<T extends Int32Array | Uint16Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
