/**
 * Room for very many short runs of numbers in few large arrays: a typed array of its own takes some 200 bytes beside
 * its numbers. A run's address holds as long as it is not freed; freed room is used again for runs of the same size.
 */
export class BlockPool<T extends Uint8Array | Uint32Array> {
  readonly #createPage: (size: number) => T;
  readonly #pageBits: number;
  readonly #pages: (T | undefined)[] = [];
  readonly #freePages: number[] = [];
  readonly #freeBlocks = new Map<number, number[]>();
  /** The room left in the page that is being filled. */
  #next = 0;
  #end = 0;

  /** Pages have `2 ** pageBits` numbers, and together at most 2 ** 32. */
  constructor(createPage: (size: number) => T, pageBits: number) {
    this.#createPage = createPage;
    this.#pageBits = pageBits;
  }

  /** The address of so many numbers; what stands there is left over from earlier use. */
  allocate(size: number): number {
    const pageSize = 2 ** this.#pageBits;
    // Such runs would leave large ends of pages unused; one of them is worth an array of its own.
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

  /** Gives back what `allocate` gave for this size. */
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

  /** The array that an address lies in. */
  page(address: number): T {
    return this.#pages[this.#pageNumber(address)]!;
  }

  /** Where in that array it lies. */
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
