/** A slot holds a form's hash, where its code units begin, how many they are (0 in a free slot), and its value. */
const SLOT = { hash: 0, from: 1, length: 2, value: 3, size: 4 } as const;

/**
 * Printed forms of words → numbers: an open hash table over UTF-16 code units. A word is looked up
 * where it stands in its text; to cut each out for a Map would take most of a summary's time.
 */
export class FormTable {
  /** At most half are taken. What belongs together lies together, as the processor fetches it. */
  #slots = new Int32Array(4096 * SLOT.size);
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
    const hash = hashOf(units, start, end);
    let slot = firstSlot(hash, slots.length);
    for (
      let length = slots[slot + SLOT.length]!;
      length !== 0;
      length = slots[slot + SLOT.length]!
    ) {
      if (
        slots[slot + SLOT.hash] === hash &&
        length === end - start &&
        this.#isForm(slots[slot + SLOT.from]!, units, start, end)
      )
        return slots[slot + SLOT.value];
      slot = nextSlot(slot, slots.length);
    }
    return undefined;
  }

  /** Adds a form that has no value yet. */
  add(units: Uint16Array, start: number, end: number, value: number): void {
    this.#size += 1;
    if (this.#size * SLOT.size * 2 > this.#slots.length) this.#makeRoom();
    while (this.#unitCount + end - start > this.#units.length) this.#units = doubled(this.#units);
    this.#units.set(units.subarray(start, end), this.#unitCount);
    this.#take(hashOf(units, start, end), this.#unitCount, end - start, value);
    this.#unitCount += end - start;
  }

  #isForm(from: number, units: Uint16Array, start: number, end: number): boolean {
    const forms = this.#units;
    for (let at = start; at < end; at++) {
      if (forms[from + at - start] !== units[at]) return false;
    }
    return true;
  }

  #makeRoom(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += SLOT.size) {
      const [hash, from, length, value] = old.subarray(slot, slot + SLOT.size);
      if (length !== 0) this.#take(hash!, from!, length!, value!);
    }
  }

  #take(hash: number, from: number, length: number, value: number): void {
    let slot = firstSlot(hash, this.#slots.length);
    while (this.#slots[slot + SLOT.length] !== 0) slot = nextSlot(slot, this.#slots.length);
    this.#slots.set([hash, from, length, value], slot);
  }
}

// `length` is a power of two.
function firstSlot(hash: number, length: number): number {
  return Math.imul(hash, SLOT.size) & (length - 1);
}

function nextSlot(slot: number, length: number): number {
  return (slot + SLOT.size) & (length - 1);
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
