import { BlockPool } from '../../index/terms/block-pool.ts';
import { grow } from '../../index/terms/grow.ts';

/** Sizes are rounded up to a multiple of this, so that the block of a removed list fits a new one of similar length. */
const SIZE_STEP = 8;
const PAGE_BITS = 16;

/** By slot, a list of numbers, in a few large arrays. */
export class BlockLists<T extends Uint32Array | Float32Array> {
  readonly #pool: BlockPool<T>;
  #addresses = new Uint32Array(64);
  /** By slot: one more than the length; 0 if the slot is free. */
  #sizes = new Uint32Array(64);

  constructor(createPage: (size: number) => T) {
    this.#pool = new BlockPool(createPage, PAGE_BITS);
  }

  has(slot: number): boolean {
    return slot < this.#sizes.length && this.#sizes[slot] !== 0;
  }

  set(slot: number, numbers: ArrayLike<number>): void {
    if (this.has(slot)) this.delete(slot);
    const address = this.#pool.allocate(roundUp(numbers.length));
    this.#pool.page(address).set(numbers, this.#pool.offset(address));
    this.#addresses = grow(this.#addresses, slot);
    this.#sizes = grow(this.#sizes, slot);
    this.#addresses[slot] = address;
    this.#sizes[slot] = numbers.length + 1;
  }

  delete(slot: number): void {
    if (!this.has(slot)) return;
    this.#pool.free(this.#addresses[slot]!, roundUp(this.length(slot)));
    this.#sizes[slot] = 0;
  }

  length(slot: number): number {
    return this.#sizes[slot]! - 1;
  }

  /** The array that contains a list; valid until the list is set or deleted. */
  page(slot: number): T {
    return this.#pool.page(this.#addresses[slot]!);
  }

  /** Where the list begins in it. */
  from(slot: number): number {
    return this.#pool.offset(this.#addresses[slot]!);
  }
}

function roundUp(size: number): number {
  return Math.max(1, Math.ceil(size / SIZE_STEP)) * SIZE_STEP;
}
