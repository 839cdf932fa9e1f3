import { BlockLists } from './block-lists.ts';
import { grow } from '../../index/terms/grow.ts';
import { JOINING } from './join-settings.ts';
import { buildStoryVector, weightOfEntry } from './story-vector.ts';
import type { TermCounts } from './terms/term-counter.ts';
import { termOf } from './terms/term-entry.ts';
import { TermTable } from './terms/term-table.ts';

/** The vectors of articles, by slot. */
export class StoryVectors {
  readonly table = new TermTable();
  readonly #entries = new BlockLists((size) => new Uint32Array(size));
  #scales = new Float64Array(1024);
  /** The length of the vector of names and figures alone. */
  #nameLengths = new Float64Array(1024);
  /** The length of that of the opening. */
  #openingLengths = new Float64Array(1024);

  has(slot: number): boolean {
    return this.#entries.has(slot);
  }

  set(slot: number, counts: TermCounts): void {
    const vector = buildStoryVector(counts, this.table);
    const { entries } = vector;
    for (let i = 0; i < entries.length; i++) this.table.hold(termOf(entries[i]!));
    this.#entries.set(slot, entries);
    this.#scales = grow(this.#scales, slot);
    this.#nameLengths = grow(this.#nameLengths, slot);
    this.#scales[slot] = vector.scale;
    this.#nameLengths[slot] = vector.nameLength;
    this.#openingLengths = grow(this.#openingLengths, slot);
    this.#openingLengths[slot] = vector.openingLength;
  }

  delete(slot: number): void {
    const [page, from] = [this.entries(slot), this.from(slot)];
    this.table.release(Array.from(page.subarray(from, from + this.length(slot)), termOf));
    this.#entries.delete(slot);
  }

  length(slot: number): number {
    return this.#entries.length(slot);
  }

  /** The array that contains a vector's entries, its heads first; valid until the vector is set or deleted. */
  entries(slot: number): Uint32Array {
    return this.#entries.page(slot);
  }

  /** Where they begin in it. */
  from(slot: number): number {
    return this.#entries.from(slot);
  }

  scale(slot: number): number {
    return this.#scales[slot]!;
  }

  nameLength(slot: number): number {
    return this.#nameLengths[slot]!;
  }

  openingLength(slot: number): number {
    return this.#openingLengths[slot]!;
  }

  /** Calls `visit` for the heaviest terms of an article, the heaviest first: those that its candidates share. */
  forEachHead(slot: number, visit: (term: number, weight: number) => void): void {
    const [entries, from, scale] = [this.entries(slot), this.from(slot), this.scale(slot)];
    const to = from + Math.min(JOINING.headTerms, this.length(slot));
    for (let i = from; i < to; i++)
      visit(termOf(entries[i]!), weightOfEntry(entries[i]!, scale, this.table));
  }
}
