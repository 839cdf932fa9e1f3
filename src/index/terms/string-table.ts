import { grow } from './grow.ts';
import { TextUnits } from './text-units.ts';

/** A bucket has an id in its low bits, and in the others those of its string's hash that few other strings have. */
const ID_BITS = 26;
const ID_MASK = 2 ** ID_BITS - 1;

/** What is saved of a table of strings. */
type SavedStrings = ReturnType<StringTable['save']>;

/**
 * Numbers strings from 1, in the order in which they are first seen. A string takes about 35 bytes; in a Map it takes
 * three times that. The numbers of strings that `keepOnly` drops are used again. Part of a text is looked up without `slice`, which would take half the time of indexing.
 */
export class StringTable {
  /** All strings, concatenated as UTF-16. */
  #units = new Uint16Array(1024);
  #unitsUsed = 0;
  /** For each id two numbers: the start and the end of its units; the start is after the end if the id is free. */
  #spans = new Uint32Array(256);
  readonly #freeIds: number[] = [];
  /** Hash table with linear probing, at most half full; 0 is an empty bucket. */
  #buckets = new Uint32Array(256);
  /** The highest id. */
  #size = 0;
  /** Strings that `text` has returned; it never does for most words of an index. */
  readonly #strings: (string | undefined)[] = [];
  readonly #string = new TextUnits();

  /** The table that `save` described. */
  static restore(saved: SavedStrings): StringTable {
    const table = new StringTable();
    table.#units = saved.units;
    table.#unitsUsed = saved.unitsUsed;
    table.#spans = saved.spans;
    for (const id of saved.freeIds) table.#freeIds.push(id);
    table.#buckets = saved.buckets;
    table.#size = saved.size;
    return table;
  }

  /** What a file needs for `restore`: the table's own arrays, valid until a string is added. */
  save() {
    return {
      units: this.#units,
      unitsUsed: this.#unitsUsed,
      spans: this.#spans,
      freeIds: Uint32Array.from(this.#freeIds),
      buckets: this.#buckets,
      size: this.#size,
    };
  }

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#size + 1;
  }

  /** The memory of all strings, without those that `text` has returned. */
  get bytes(): number {
    const arrays = [this.#units, this.#spans, this.#buckets];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** The number of strings. */
  get size(): number {
    return this.#size - this.#freeIds.length;
  }

  /** The id of part of a text's units; a new one if it was not seen before. */
  idOf(units: Uint16Array, start: number, end: number): number {
    const hash = hashUnits(units, start, end);
    const bucket = this.#findBucket(hash, units, start, end);
    return this.#buckets[bucket]! & ID_MASK || this.#add(hash, units, start, end, bucket);
  }

  /** The id of a string; a new one if it was not seen before. */
  intern(text: string): number {
    return this.idOf(this.#string.read(text), 0, text.length);
  }

  /** The id of a string, if it has one. */
  find(text: string): number | undefined {
    const units = this.#string.read(text);
    const bucket = this.#findBucket(hashUnits(units, 0, text.length), units, 0, text.length);
    return this.#buckets[bucket]! & ID_MASK || undefined;
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
      const start = this.#startOf(id);
      const end = this.#endOf(id);
      if (this.#isFree(id) || Math.abs(end - start - length) > 2) continue;
      const isLike =
        known[start] === units[0] ||
        (known[end - 1] === units[length - 1] && known[end - 2] === units[length - 2]);
      if (isLike) visit(id, this.#read(id));
    }
  }

  #read(id: number): string {
    const units = this.#units.subarray(this.#startOf(id), this.#endOf(id));
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
  }

  /** The bucket of the id of these units, given with their hash, or the empty bucket that it belongs in. */
  #findBucket(hash: number, units: Uint16Array, start: number, end: number): number {
    const [buckets, spans, known] = [this.#buckets, this.#spans, this.#units];
    const last = buckets.length - 1;
    const tag = tagOf(hash);
    for (let bucket = hash & last; ; bucket = (bucket + 1) & last) {
      const entry = buckets[bucket]!;
      if (entry === 0) return bucket;
      // Of other strings, nothing but this is read: most of them are not in the processor's cache.
      if (tagOf(entry) !== tag) continue;
      const id = entry & ID_MASK;
      const first = spans[2 * id]!;
      if (spans[2 * id + 1]! - first !== end - start) continue;
      let at = start;
      while (at < end && known[first - start + at] === units[at]) at += 1;
      if (at === end) return bucket;
    }
  }

  /**
   * Drops the strings whose ids do not pass a test. It takes some 100 ms for a million strings, like each doubling of
   * the table.
   */
  keepOnly(isKept: (id: number) => boolean): void {
    let length = 0;
    for (let id = 1; id <= this.#size; id++) {
      if (this.#isFree(id)) continue;
      if (isKept(id)) length += this.#endOf(id) - this.#startOf(id);
      else this.#free(id);
    }
    const units = new Uint16Array(Math.max(1024, Math.ceil(length * 1.25)));
    let at = 0;
    for (let id = 1; id <= this.#size; id++) {
      if (this.#isFree(id)) continue;
      const string = this.#units.subarray(this.#startOf(id), this.#endOf(id));
      units.set(string, at);
      this.#setSpan(id, at, (at += string.length));
    }
    this.#units = units;
    this.#unitsUsed = at;
    this.#rehash(this.#buckets.length);
  }

  #startOf(id: number): number {
    return this.#spans[2 * id]!;
  }

  #endOf(id: number): number {
    return this.#spans[2 * id + 1]!;
  }

  #setSpan(id: number, start: number, end: number): void {
    this.#spans[2 * id] = start;
    this.#spans[2 * id + 1] = end;
  }

  #isFree(id: number): boolean {
    return this.#startOf(id) > this.#endOf(id);
  }

  #free(id: number): void {
    this.#setSpan(id, 1, 0);
    if (id < this.#strings.length) this.#strings[id] = undefined;
    this.#freeIds.push(id);
  }

  #add(hash: number, units: Uint16Array, start: number, end: number, bucket: number): number {
    const id = this.#freeIds.pop() ?? (this.#size += 1);
    if (id > ID_MASK) throw new RangeError('There are too many strings');
    const unit = this.#unitsUsed;
    this.#unitsUsed += end - start;
    this.#units = grow(this.#units, this.#unitsUsed);
    this.#units.set(units.subarray(start, end), unit);
    this.#spans = grow(this.#spans, 2 * id + 1);
    this.#setSpan(id, unit, this.#unitsUsed);
    this.#buckets[bucket] = tagOf(hash) + id;
    if (this.size * 2 > this.#buckets.length) this.#rehash(this.#buckets.length * 2);
    return id;
  }

  #rehash(length: number): void {
    this.#buckets = new Uint32Array(length);
    const last = length - 1;
    for (let id = 1; id <= this.#size; id++) {
      if (this.#isFree(id)) continue;
      const hash = hashUnits(this.#units, this.#startOf(id), this.#endOf(id));
      let bucket = hash & last;
      while (this.#buckets[bucket] !== 0) bucket = (bucket + 1) & last;
      this.#buckets[bucket] = tagOf(hash) + id;
    }
  }
}

/** What a bucket has of a hash: its high bits, since the low ones say which bucket it is. */
function tagOf(hash: number): number {
  return (hash & ~ID_MASK) >>> 0;
}

/** FNV-1a over code units. Its high bits are mixed into the low ones, which alone would depend on too few input bits. */
function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0;
}
