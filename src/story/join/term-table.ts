import { backgroundFrequency } from '../../index/corpus/corpus.ts';
import { ENGLISH_DOCUMENT_COUNT } from '../../index/corpus/english-df.ts';
import { grow } from '../../index/terms/grow.ts';
import { StringTable } from '../../index/terms/string-table.ts';

/** Numbers terms from 1, and knows how rare each is. */
export class TermTable {
  readonly #strings = new StringTable();
  #rarities = new Float64Array(1024);

  /** One more than the highest id. */
  get idLimit(): number {
    return this.#strings.idLimit;
  }

  idOf(term: string): number {
    const id = this.#strings.intern(term);
    if (id < this.#rarities.length && this.#rarities[id] !== 0) return id;
    this.#rarities = grow(this.#rarities, id);
    this.#rarities[id] = Math.log(
      (ENGLISH_DOCUMENT_COUNT + 1) / (backgroundFrequency(term) + 0.5),
    );
    return id;
  }

  /** ln((N + 1) / (df + ½)), by document frequencies of a fixed background. */
  rarity(id: number): number {
    return this.#rarities[id]!;
  }
}
