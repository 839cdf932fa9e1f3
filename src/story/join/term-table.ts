import { backgroundFrequency } from '../../index/corpus/corpus.ts';
import { ENGLISH_DOCUMENT_COUNT } from '../../index/corpus/english-df.ts';
import { grow } from '../../index/terms/grow.ts';
import { StringTable } from '../../index/terms/string-table.ts';

/** Terms whose ids are found in a Map, which takes a tenth of the time and three times the memory. */
const MOST_RECENT = 50_000;

/** Terms without a user are dropped if they are more than the others, and more than this. */
const MOST_UNUSED = 50_000;

/** Numbers terms from 1, and knows how rare each is. The numbers of terms that nobody holds any more are used again. */
export class TermTable {
  readonly #strings = new StringTable();
  readonly #recent = new Map<string, number>();
  /** By id; 0 for one that was not asked for yet. */
  #rarities = new Float64Array(1024);
  /** By id: how many hold it. */
  #holders = new Uint32Array(1024);
  #heldCount = 0;

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#strings.idLimit;
  }

  /** The id of a term. It is valid until `release` is called, and then only if it is held. */
  idOf(term: string): number {
    const known = this.#recent.get(term);
    if (known !== undefined) return known;
    const id = this.#strings.intern(term);
    this.#rarities = grow(this.#rarities, id);
    this.#rarities[id] ||= rarityOf(term);
    if (this.#recent.size >= MOST_RECENT) this.#recent.clear();
    this.#recent.set(term, id);
    return id;
  }

  /** ln((N + 1) / (df + ½)), by document frequencies of a fixed background. */
  rarity(id: number): number {
    return this.#rarities[id]!;
  }

  hold(id: number): void {
    this.#holders = grow(this.#holders, id);
    if (this.#holders[id] === 0) this.#heldCount += 1;
    this.#holders[id]! += 1;
  }

  /** Releases ids, each of which is held, and drops the terms that nobody holds if they are many. */
  release(ids: Iterable<number>): void {
    for (const id of ids) {
      this.#holders[id]! -= 1;
      if (this.#holders[id] === 0) this.#heldCount -= 1;
    }
    const unused = this.#strings.size - this.#heldCount;
    if (unused > Math.max(MOST_UNUSED, this.#heldCount)) this.#dropUnused();
  }

  #dropUnused(): void {
    this.#recent.clear();
    this.#strings.keepOnly((id) => {
      if ((this.#holders[id] ?? 0) > 0) return true;
      this.#rarities[id] = 0;
      return false;
    });
  }
}

function rarityOf(term: string): number {
  return Math.log((ENGLISH_DOCUMENT_COUNT + 1) / (backgroundFrequency(term) + 0.5));
}
