import { BlockPool } from './block-pool.ts';
import { grow } from './grow.ts';
import {
  decodeWords,
  includesWords,
  MAX_ID_BYTES,
  writeId,
  type WordSequence,
} from './word-sequence.ts';

/** Sizes are rounded up to this, so that the room of a removed text suits the next of about its length. */
const SIZE_STEP = 16;

/** The words of texts in their order, and which of them begin with a capital, by slot. */
export class TextWords {
  readonly #pool = new BlockPool((size) => new Uint8Array(size), 18);
  #addresses = new Uint32Array(0);
  /** By slot: bytes in use and words; of a text, capitals come first, one bit a word. */
  #sizes = new Uint32Array(0);
  #counts = new Uint32Array(0);
  /** A text while it is being written. */
  #bytes = new Uint8Array(0);

  /** Keeps the first words, each given as twice its number and 1 for a capital. */
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

  /** Calls back with each word of a text, in the form in which `set` was given them. */
  forEach(slot: number, visit: (word: number) => void): void {
    const address = this.#addresses[slot]!;
    const page = this.#pool.page(address);
    const bits = this.#pool.offset(address);
    const from = bits + Math.ceil(this.#counts[slot]! / 8);
    const visitId = (id: number, at: number): void =>
      visit(id * 2 + ((page[bits + (at >> 3)]! >> (at & 7)) & 1));
    decodeWords(page, visitId, from, bits + this.#sizes[slot]!);
  }

  /** Whether a text has these words one after the other. */
  includes(slot: number, words: WordSequence): boolean {
    const address = this.#addresses[slot]!;
    const offset = this.#pool.offset(address);
    const from = offset + Math.ceil(this.#counts[slot]! / 8);
    return includesWords(this.#pool.page(address), words, from, offset + this.#sizes[slot]!);
  }
}

/** The lowest bit of each number, eight a byte. */
function writeBits(numbers: Uint32Array, count: number, bytes: Uint8Array): void {
  let byte = 0;
  for (let i = 0; i < count; i++) {
    byte |= (numbers[i]! & 1) << (i & 7);
    if ((i & 7) < 7 && i < count - 1) continue;
    bytes[i >> 3] = byte;
    byte = 0;
  }
}

/** Writes the numbers of words and returns where they end. */
function writeWords(words: Uint32Array, count: number, bytes: Uint8Array, from: number): number {
  let at = from;
  for (let i = 0; i < count; i++) at = writeId(words[i]! >>> 1, bytes, at);
  return at;
}

function roundUp(size: number): number {
  return Math.ceil(size / SIZE_STEP) * SIZE_STEP;
}
