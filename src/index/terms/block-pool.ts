/** What is saved of a pool. A page that was freed is null. */
export interface SavedPool<T> {
  readonly pages: readonly (T | null)[];
  readonly freePages: Uint32Array;
  /** For each size of freed blocks: the size, how many there are, and their addresses. */
  readonly freeBlocks: Uint32Array;
  readonly next: number;
  readonly end: number;
}

/**
 * Allocates many short blocks of numbers in a few large arrays, since a typed array takes about 200 bytes besides its
 * numbers. The address of a block is valid until the block is freed. A freed block is used again for the same size.
 */
export class BlockPool<T extends Uint8Array | Uint32Array | Float32Array> {
  readonly #createPage: (size: number) => T;
  readonly #pageBits: number;
  /** The bits of an address that say where it is in its page. */
  readonly #offsetMask: number;
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
    this.#offsetMask = 2 ** pageBits - 1;
  }

  /** The memory of all arrays. */
  get bytes(): number {
    return this.#pages.reduce((sum, page) => sum + (page?.byteLength ?? 0), 0);
  }

  /** Becomes the pool that `save` described. It must be new. */
  restore(saved: SavedPool<T>): this {
    for (const page of saved.pages) this.#pages.push(page ?? undefined);
    for (const page of saved.freePages) this.#freePages.push(page);
    const blocks = saved.freeBlocks;
    for (let at = 0; at < blocks.length;) {
      const [size, count] = [blocks[at]!, blocks[at + 1]!];
      at += 2 + count;
      this.#freeBlocks.set(size, [...blocks.subarray(at - count, at)]);
    }
    this.#next = saved.next;
    this.#end = saved.end;
    return this;
  }

  /** What a file needs for `restore`: the pool's own pages, valid until a block is allocated, changed or freed. */
  save(): SavedPool<T> {
    const freeBlocks: number[] = [];
    for (const [size, addresses] of this.#freeBlocks) {
      freeBlocks.push(size, addresses.length);
      for (const address of addresses) freeBlocks.push(address);
    }
    return {
      pages: Array.from(this.#pages, (page) => page ?? null),
      freePages: Uint32Array.from(this.#freePages),
      freeBlocks: Uint32Array.from(freeBlocks),
      next: this.#next,
      end: this.#end,
    };
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
    return address & this.#offsetMask;
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
