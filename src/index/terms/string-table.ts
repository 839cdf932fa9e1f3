import { grow } from './grow.ts';
import { TextUnits } from './text-units.ts';

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
  readonly #string = new TextUnits();

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#size + 1;
  }

  /** The id of a part of a text's units, given on first sight. */
  idOf(units: Uint16Array, start: number, end: number): number {
    const place = this.#placeOf(units, start, end);
    return this.#places[place]! || this.#add(units, start, end, place);
  }

  /** The id of a string, given on first sight. */
  intern(text: string): number {
    return this.idOf(this.#string.read(text), 0, text.length);
  }

  /** The id of a string, if it has one. */
  find(text: string): number | undefined {
    return this.#places[this.#placeOf(this.#string.read(text), 0, text.length)] || undefined;
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

  /** Where the id of these units stands, or would. */
  #placeOf(units: Uint16Array, start: number, end: number): number {
    const places = this.#places;
    const ends = this.#ends;
    const known = this.#units;
    const last = places.length - 1;
    let place = hashUnits(units, start, end) & last;
    for (;;) {
      const id = places[place]!;
      if (id === 0) return place;
      const first = ends[id - 1]!;
      if (ends[id]! - first === end - start) {
        let at = start;
        while (at < end && known[first - start + at] === units[at]) at += 1;
        if (at === end) return place;
      }
      place = (place + 1) & last;
    }
  }

  #add(units: Uint16Array, start: number, end: number, place: number): number {
    const id = (this.#size += 1);
    const unit = this.#ends[id - 1]!;
    this.#units = grow(this.#units, unit + end - start);
    this.#units.set(units.subarray(start, end), unit);
    this.#ends = grow(this.#ends, id);
    this.#ends[id] = unit + end - start;
    this.#places[place] = id;
    if (this.#size * 2 > this.#places.length) this.#spread();
    return id;
  }

  #spread(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    const last = this.#places.length - 1;
    for (let id = 1; id <= this.#size; id++) {
      let place = hashUnits(this.#units, this.#ends[id - 1]!, this.#ends[id]!) & last;
      while (this.#places[place] !== 0) place = (place + 1) & last;
      this.#places[place] = id;
    }
  }
}

/** FNV-1a over code units, its high bits mixed into the low ones, which depend on few of its input's. */
function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0;
}
