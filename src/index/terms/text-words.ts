import { BlockPool } from './block-pool.ts';
import { grow } from './grow.ts';
import {
  decodeWords,
  includesWords,
  MAX_ID_BYTES,
  writeId,
  type WordSequence,
} from './word-sequence.ts';

/** Sizes are rounded up to a multiple of this, so that the block of a removed text fits a new one of similar length. */
const SIZE_STEP = 16;

/** By slot, the words of a text in their order, and which of them begin with a capital letter. */
export class TextWords {
  readonly #pool = new BlockPool((size) => new Uint8Array(size), 18);
  #addresses = new Uint32Array(0);
  /** By slot: the bytes used and the number of words. The bytes begin with one bit for each word's capital. */
  #sizes = new Uint32Array(0);
  #counts = new Uint32Array(0);
  /** Buffer for the text that is being written. */
  #bytes = new Uint8Array(0);

  /** Stores the first `count` words, each given as twice its number, plus 1 if it has a capital. */
  set(slot: number, words: Uint32Array, count: number): void {
    const bitBytes = Math.ceil(count / 8);
    this.#bytes = grow(this.#bytes, bitBytes + count * MAX_ID_BYTES);
    writeBits(words, count, this.#bytes);
    const size = writeWords(words, count, this.#bytes, bitBytes);
    const address = this.#pool.allocate(roundUp(size));
    const page = this.#pool.page(address);
    page.set(this.#bytes.subarray(0, size), this.#pool.offset(address));
    this.#addresses = grow(this.#addresses, slot);
    this.#sizes = grow(this.#sizes, slot);
    this.#counts = grow(this.#counts, slot);
    this.#addresses[slot] = address;
    this.#sizes[slot] = size;
    this.#counts[slot] = count;
  }

  delete(slot: number): void {
    this.#pool.free(this.#addresses[slot]!, roundUp(this.#sizes[slot]!));
    this.#sizes[slot] = 0;
    this.#counts[slot] = 0;
  }

  /** Calls `visit` for each word of a text, in the form that `set` takes. */
  forEach(slot: number, visit: (word: number) => void): void {
    const address = this.#addresses[slot]!;
    const page = this.#pool.page(address);
    const bits = this.#pool.offset(address);
    const from = bits + Math.ceil(this.#counts[slot]! / 8);
    const visitId = (id: number, at: number): void =>
      visit(id * 2 + ((page[bits + (at >> 3)]! >> (at & 7)) & 1));
    decodeWords(page, visitId, from, bits + this.#sizes[slot]!);
  }

  /** Whether a text contains these words in a row. */
  includes(slot: number, words: WordSequence): boolean {
    const address = this.#addresses[slot]!;
    const offset = this.#pool.offset(address);
    const from = offset + Math.ceil(this.#counts[slot]! / 8);
    return includesWords(this.#pool.page(address), words, from, offset + this.#sizes[slot]!);
  }
}

/** Writes the lowest bit of each number, eight to a byte. */
function writeBits(numbers: Uint32Array, count: number, bytes: Uint8Array): void {
  let byte = 0;
  for (let i = 0; i < count; i++) {
    byte |= (numbers[i]! & 1) << (i & 7);
    if ((i & 7) < 7 && i < count - 1) continue;
    bytes[i >> 3] = byte;
    byte = 0;
  }
}

/** Writes the words' numbers and returns the index after them. */
function writeWords(words: Uint32Array, count: number, bytes: Uint8Array, from: number): number {
  let at = from;
  for (let i = 0; i < count; i++) at = writeId(words[i]! >>> 1, bytes, at);
  return at;
}

function roundUp(size: number): number {
  return Math.ceil(size / SIZE_STEP) * SIZE_STEP;
}
