import { BlockPool } from './block-pool.ts';
import { grow } from './grow.ts';
import {
  decodeWords,
  endOfOpening,
  includesWords,
  MAX_ID_BYTES,
  writeId,
  type WordSequence,
} from './word-sequence.ts';

/** Sizes are rounded up to a multiple of this, so that the block of a removed text fits a new one of similar length. */
const SIZE_STEP = 16;

/** What is saved of the words. */
type SavedTextWords = ReturnType<TextWords['save']>;

/** By slot, the words of a text in their order. */
export class TextWords {
  readonly #pool = new BlockPool((size) => new Uint8Array(size), 18);
  #addresses = new Uint32Array(0);
  /** By slot: the bytes used. */
  #sizes = new Uint32Array(0);
  /** Buffer for the text that is being written. */
  #bytes = new Uint8Array(0);

  /** The memory of all texts. */
  get bytes(): number {
    return this.#pool.bytes + this.#addresses.byteLength + this.#sizes.byteLength;
  }

  /** The words that `save` described. */
  static restore({ pool, addresses, sizes }: SavedTextWords): TextWords {
    const words = new TextWords();
    words.#pool.restore(pool);
    words.#addresses = addresses;
    words.#sizes = sizes;
    return words;
  }

  /** What a file needs for `restore`: their own arrays, valid until a text changes. */
  save() {
    return { pool: this.#pool.save(), addresses: this.#addresses, sizes: this.#sizes };
  }

  /** Stores the first `count` words, given by their numbers. */
  set(slot: number, words: Uint32Array, count: number): void {
    this.#bytes = grow(this.#bytes, count * MAX_ID_BYTES);
    let size = 0;
    for (let i = 0; i < count; i++) size = writeId(words[i]!, this.#bytes, size);
    const address = this.#pool.allocate(roundUp(size));
    const page = this.#pool.page(address);
    page.set(this.#bytes.subarray(0, size), this.#pool.offset(address));
    this.#addresses = grow(this.#addresses, slot);
    this.#sizes = grow(this.#sizes, slot);
    this.#addresses[slot] = address;
    this.#sizes[slot] = size;
  }

  delete(slot: number): void {
    this.#pool.free(this.#addresses[slot]!, roundUp(this.#sizes[slot]!));
    this.#sizes[slot] = 0;
  }

  /** Calls `visit` for the number of each word of a text; with `bodyWords`, of its title and so many words of the rest. */
  forEach(slot: number, visit: (word: number) => void, bodyWords?: number): void {
    const address = this.#addresses[slot]!;
    const page = this.#pool.page(address);
    const from = this.#pool.offset(address);
    const to = from + this.#sizes[slot]!;
    const end = bodyWords === undefined ? to : endOfOpening(page, bodyWords, from, to);
    decodeWords(page, visit, from, end);
  }

  /** Whether a text contains these words in a row. */
  includes(slot: number, words: WordSequence): boolean {
    const address = this.#addresses[slot]!;
    const from = this.#pool.offset(address);
    return includesWords(this.#pool.page(address), words, from, from + this.#sizes[slot]!);
  }
}

function roundUp(size: number): number {
  return Math.ceil(size / SIZE_STEP) * SIZE_STEP;
}
