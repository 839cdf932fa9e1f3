import type { EntryTable } from './entry-table.ts';
import { grow } from './terms/grow.ts';

/** What is saved of the order. */
export type SavedOrder = ReturnType<DateOrder['save']>;

/** Slots, sorted by the date of their articles. */
export class DateOrder {
  readonly #entries: EntryTable;
  /** The oldest first: most articles that are added are new, so that few slots have to move. */
  #slots = new Uint32Array(0);
  #size = 0;

  constructor(entries: EntryTable) {
    this.#entries = entries;
  }

  /** The order of these entries that `save` described. */
  static restore(entries: EntryTable, { slots, size }: SavedOrder): DateOrder {
    const order = new DateOrder(entries);
    order.#slots = slots;
    order.#size = size;
    return order;
  }

  /** What a file needs for `restore`: its own array, valid until a slot is added or removed. */
  save() {
    return { slots: this.#slots, size: this.#size };
  }

  /** Adds a slot, which the table must have already. */
  add(slot: number): void {
    const at = this.#positionOf(slot);
    this.#slots = grow(this.#slots, this.#size);
    this.#slots.copyWithin(at + 1, at, this.#size);
    this.#slots[at] = slot;
    this.#size += 1;
  }

  /** Removes a slot, which the table must still have. */
  remove(slot: number): void {
    const at = this.#positionOf(slot);
    this.#slots.copyWithin(at, at + 1, this.#size);
    this.#size -= 1;
  }

  /** Calls `visit` for all slots, or for some, until it returns false: the newest first, then by id. */
  forEach(visit: (slot: number) => boolean, some?: Uint32Array): void {
    const wanted = some && new Uint8Array(this.#slots.length);
    for (const slot of some ?? []) wanted![slot] = 1;
    for (let at = this.#size - 1; at >= 0; at--) {
      const slot = this.#slots[at]!;
      if (wanted && wanted[slot] === 0) continue;
      if (!visit(slot)) return;
    }
  }

  /** How many slots have a date at or after an instant. */
  countFrom(at: number): number {
    return this.#size - this.#findFirst((slot) => this.#entries.at(slot) >= at);
  }

  /** Compares two slots: the newest first, then by id. */
  readonly compare = (a: number, b: number): number =>
    this.#entries.at(b) - this.#entries.at(a) ||
    compareText(this.#entries.id(a), this.#entries.id(b));

  #positionOf(slot: number): number {
    return this.#findFirst((other) => this.compare(other, slot) <= 0);
  }

  /** The position of the first slot that passes; all that follow it must pass too. */
  #findFirst(passes: (slot: number) => boolean): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (passes(this.#slots[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
