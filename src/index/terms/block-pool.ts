/**
 * Allocates many short blocks of numbers in a few large arrays, since a typed array takes about 200 bytes besides its
 * numbers. The address of a block is valid until the block is freed. A freed block is used again for the same size.
 */
export class BlockPool<T extends Uint8Array | Uint32Array | Float32Array> {
  readonly #createPage: (size: number) => T;
  readonly #pageBits: number;
  readonly #pages: (T | undefined)[] = [];
  readonly #freePages: number[] = [];
  readonly #freeBlocks = new Map<number, number[]>();
  /** The free part of the newest page. */
  #next = 0;
  #end = 0;

  /** A page has `2 ** pageBits` numbers; all pages together have at most 2 ** 32. */
  constructor(createPage: (size: number) => T, pageBits: number) {
    this.#createPage = createPage;
    this.#pageBits = pageBits;
  }

  /** The memory of all arrays. */
  get bytes(): number {
    return this.#pages.reduce((sum, page) => sum + (page?.byteLength ?? 0), 0);
  }

  /** Returns the address of a block, which may still contain numbers of an earlier use. */
  allocate(size: number): number {
    const pageSize = 2 ** this.#pageBits;
    // Large blocks would leave much of a page unused; each gets an array of its own.
    if (size > pageSize / 8) return this.#addPage(size);
    const freed = this.#freeBlocks.get(size)?.pop();
    if (freed !== undefined) return freed;
    if (this.#end - this.#next < size) {
      this.#next = this.#addPage(pageSize);
      this.#end = this.#next + pageSize;
    }
    this.#next += size;
    return this.#next - size;
  }

  /** Frees a block that `allocate` returned for this size. */
  free(address: number, size: number): void {
    if (size > 2 ** this.#pageBits / 8) {
      const page = this.#pageNumber(address);
      this.#pages[page] = undefined;
      this.#freePages.push(page);
      return;
    }
    const blocks = this.#freeBlocks.get(size);
    if (blocks) blocks.push(address);
    else this.#freeBlocks.set(size, [address]);
  }

  /** The array that contains an address. */
  page(address: number): T {
    return this.#pages[this.#pageNumber(address)]!;
  }

  /** The index of an address in that array. */
  offset(address: number): number {
    return address & (2 ** this.#pageBits - 1);
  }

  #pageNumber(address: number): number {
    return address >>> this.#pageBits;
  }

  #addPage(size: number): number {
    const page = this.#freePages.pop() ?? this.#pages.length;
    if (page >= 2 ** (32 - this.#pageBits)) throw new RangeError('The index is full');
    this.#pages[page] = this.#createPage(size);
    return page * 2 ** this.#pageBits;
  }
}
