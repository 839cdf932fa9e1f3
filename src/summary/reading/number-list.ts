/** A longer list is given back to the memory once it is read. */
const MAX_KEPT = 1_000_000;

/**
 * Small whole numbers, collected one after the other and handed out as an array of their own. The list
 * is used again for the next text: growing new arrays for each would take longer than filling them.
 */
export class NumberList {
  #items: number[] = [];
  #count = 0;

  get length(): number {
    return this.#count;
  }

  clear(): void {
    if (this.#items.length > MAX_KEPT) this.#items = [];
    this.#count = 0;
  }

  push(item: number): void {
    this.#items[this.#count] = item;
    this.#count += 1;
  }

  at(index: number): number {
    return this.#items[index]!;
  }

  increment(index: number): void {
    this.#items[index]! += 1;
  }

  set(index: number, item: number): void {
    this.#items[index] = item;
  }

  toArray(): number[] {
    return this.#items.slice(0, this.#count);
  }
}
