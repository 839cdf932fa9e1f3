import { grow } from './grow.ts';
import { TextUnits } from './text-units.ts';

/** What is saved of a table of strings. */
type SavedStrings = ReturnType<StringTable['save']>;

/**
 * Numbers strings from 1, in the order in which they are first seen. A string takes about 30 bytes; in a Map it takes
 * three times that. Part of a text is looked up without `slice`, which would take half the time of indexing.
 */
export class StringTable {
  /** All strings, concatenated as UTF-16. */
  #units = new Uint16Array(1024);
  /** By id: the end of its units, which is also the start of the next string's. */
  #ends = new Uint32Array(128);
  /** Hash table of ids with linear probing, at most half full; 0 is an empty bucket. */
  #buckets = new Uint32Array(256);
  #size = 0;
  /** Strings that `text` has returned; it never does for most words of an index. */
  readonly #strings: (string | undefined)[] = [];
  readonly #string = new TextUnits();

  /** The table that `save` described. */
  static restore({ units, ends, buckets, size }: SavedStrings): StringTable {
    const table = new StringTable();
    table.#units = units;
    table.#ends = ends;
    table.#buckets = buckets;
    table.#size = size;
    return table;
  }

  /** What a file needs for `restore`: the table's own arrays, valid until a string is added. */
  save() {
    return {
      units: this.#units,
      ends: this.#ends,
      buckets: this.#buckets,
      size: this.#size,
    };
  }

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#size + 1;
  }

  /** The id of part of a text's units; a new one if it was not seen before. */
  idOf(units: Uint16Array, start: number, end: number): number {
    const bucket = this.#findBucket(units, start, end);
    return this.#buckets[bucket]! || this.#add(units, start, end, bucket);
  }

  /** The id of a string; a new one if it was not seen before. */
  intern(text: string): number {
    return this.idOf(this.#string.read(text), 0, text.length);
  }

  /** The id of a string, if it has one. */
  find(text: string): number | undefined {
    return this.#buckets[this.#findBucket(this.#string.read(text), 0, text.length)] || undefined;
  }

  /** The string of an id, always the same object. */
  text(id: number): string {
    // No gaps: V8 turns an array with a gap of thousands into a hash table.
    while (this.#strings.length <= id) this.#strings.push(undefined);
    return (this.#strings[id] ??= this.#read(id));
  }

  /** Calls `visit` with each string that may be a spelling of another one: nearly as long, with its first letter or its last two. */
  forEachLike(text: string, visit: (id: number, text: string) => void): void {
    const { length } = text;
    // Whatever `visit` looks up overwrites the units.
    const units = this.#string.read(text).slice(0, length);
    const known = this.#units;
    for (let id = 1; id <= this.#size; id++) {
      const start = this.#ends[id - 1]!;
      const end = this.#ends[id]!;
      if (Math.abs(end - start - length) > 2) continue;
      const isLike =
        known[start] === units[0] ||
        (known[end - 1] === units[length - 1] && known[end - 2] === units[length - 2]);
      if (isLike) visit(id, this.#read(id));
    }
  }

  #read(id: number): string {
    const units = this.#units.subarray(this.#ends[id - 1], this.#ends[id]);
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
  }

  /** The bucket of these units' id, or the empty one where it would be. */
  #findBucket(units: Uint16Array, start: number, end: number): number {
    const buckets = this.#buckets;
    const ends = this.#ends;
    const known = this.#units;
    const last = buckets.length - 1;
    let bucket = hashUnits(units, start, end) & last;
    for (;;) {
      const id = buckets[bucket]!;
      if (id === 0) return bucket;
      const first = ends[id - 1]!;
      if (ends[id]! - first === end - start) {
        let at = start;
        while (at < end && known[first - start + at] === units[at]) at += 1;
        if (at === end) return bucket;
      }
      bucket = (bucket + 1) & last;
    }
  }

  #add(units: Uint16Array, start: number, end: number, bucket: number): number {
    const id = (this.#size += 1);
    const unit = this.#ends[id - 1]!;
    this.#units = grow(this.#units, unit + end - start);
    this.#units.set(units.subarray(start, end), unit);
    this.#ends = grow(this.#ends, id);
    this.#ends[id] = unit + end - start;
    this.#buckets[bucket] = id;
    if (this.#size * 2 > this.#buckets.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    this.#buckets = new Uint32Array(this.#buckets.length * 2);
    const last = this.#buckets.length - 1;
    for (let id = 1; id <= this.#size; id++) {
      let bucket = hashUnits(this.#units, this.#ends[id - 1]!, this.#ends[id]!) & last;
      while (this.#buckets[bucket] !== 0) bucket = (bucket + 1) & last;
      this.#buckets[bucket] = id;
    }
  }
}

/** FNV-1a over code units. Its high bits are mixed into the low ones, which alone would depend on too few input bits. */
function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0;
}
