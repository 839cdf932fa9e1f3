import { BlockPool } from './block-pool.ts';
import { grow } from './grow.ts';
import {
  countBytes,
  decodeWords,
  includesWords,
  writeWords,
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
  /** The ids of the text that is being written. */
  #ids = new Uint32Array(0);

  /** Keeps the first words, each given as twice its id and 1 for a capital. */
  set(slot: number, words: Uint32Array, count: number): void {
    this.#ids = grow(this.#ids, count);
    for (let i = 0; i < count; i++) this.#ids[i] = words[i]! >>> 1;
    const bitBytes = Math.ceil(count / 8);
    const size = bitBytes + countBytes(this.#ids, count);
    const address = this.#pool.allocate(roundUp(size));
    const page = this.#pool.page(address);
    const offset = this.#pool.offset(address);
    writeBits(words, count, page, offset);
    writeWords(this.#ids, count, page, offset + bitBytes);
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
function writeBits(numbers: Uint32Array, count: number, bytes: Uint8Array, from: number): void {
  let byte = 0;
  for (let i = 0; i < count; i++) {
    byte |= (numbers[i]! & 1) << (i & 7);
    if ((i & 7) < 7 && i < count - 1) continue;
    bytes[from + (i >> 3)] = byte;
    byte = 0;
  }
}

function roundUp(size: number): number {
  return Math.ceil(size / SIZE_STEP) * SIZE_STEP;
}
