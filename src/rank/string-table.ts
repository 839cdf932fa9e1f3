import { grow } from './grow.ts';

/**
 * Strings as numbers from 1, in the order in which they were first seen. A part of a text is looked up without being
 * cut out of it, and a string takes some 30 bytes: in a Map it takes three times that, and cutting it half the time
 * of indexing.
 */
export class StringTable {
  /** The strings one after the other, as UTF-16. */
  #units = new Uint16Array(1024);
  /** By id: where its units end, and those of the next begin. */
  #ends = new Uint32Array(128);
  /** Ids at the place of their hash, or the next free one (linear probing); never more than half full. */
  #places = new Uint32Array(256);
  #size = 0;
  /** Those asked for; most words of an index never are. */
  readonly #strings: (string | undefined)[] = [];

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#size + 1;
  }

  /** The id of a text's part, given on first sight. */
  idOf(text: string, start = 0, end = text.length): number {
    const place = this.#placeOf(text, start, end);
    return this.#places[place]! || this.#add(text, start, end, place);
  }

  /** The id of a string, if it has one. */
  find(text: string): number | undefined {
    return this.#places[this.#placeOf(text, 0, text.length)] || undefined;
  }

  /** The string of an id, the same object every time. */
  text(id: number): string {
    // Filled without gaps: an array with a gap of thousands would turn into a hash table.
    while (this.#strings.length <= id) this.#strings.push(undefined);
    return (this.#strings[id] ??= this.#read(id));
  }

  #read(id: number): string {
    const units = this.#units.subarray(this.#ends[id - 1], this.#ends[id]);
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
  }

  /** Where the id of a text's part stands, or would. */
  #placeOf(text: string, start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = mix(hash, text.charCodeAt(at));
    const last = this.#places.length - 1;
    let place = finish(hash) & last;
    for (let id; (id = this.#places[place]!) !== 0; place = (place + 1) & last) {
      if (this.#is(id, text, start, end)) break;
    }
    return place;
  }

  #is(id: number, text: string, start: number, end: number): boolean {
    const first = this.#ends[id - 1]!;
    if (this.#ends[id]! - first !== end - start) return false;
    for (let at = start, unit = first; at < end; at++, unit++) {
      if (this.#units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(text: string, start: number, end: number, place: number): number {
    const id = (this.#size += 1);
    let unit = this.#ends[id - 1]!;
    this.#units = grow(this.#units, unit + end - start);
    for (let at = start; at < end; at++) this.#units[unit++] = text.charCodeAt(at);
    this.#ends = grow(this.#ends, id);
    this.#ends[id] = unit;
    this.#places[place] = id;
    if (this.#size * 2 > this.#places.length) this.#spread();
    return id;
  }

  #spread(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    const last = this.#places.length - 1;
    for (let id = 1; id <= this.#size; id++) {
      let hash = 0;
      for (let at = this.#ends[id - 1]!; at < this.#ends[id]!; at++) {
        hash = mix(hash, this.#units[at]!);
      }
      let place = finish(hash) & last;
      while (this.#places[place] !== 0) place = (place + 1) & last;
      this.#places[place] = id;
    }
  }
}

/** One step of FNV-1a, on a code unit. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** FNV's low bits depend on few of its input's. */
function finish(hash: number): number {
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0;
}
