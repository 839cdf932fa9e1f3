import { backgroundFrequency } from '../../../index/corpus/corpus.ts';
import { ENGLISH_DOCUMENT_COUNT } from '../../../index/corpus/english-df.ts';
import { grow } from '../../../index/terms/grow.ts';
import { StringTable } from '../../../index/terms/string-table.ts';

/** Numbers the terms of texts from 1, and knows how rare each is. A number is never given to another term. */
export class Vocabulary {
  readonly #strings = new StringTable();
  /** By number. */
  #rarities = new Float64Array(1024);

  /** One more than the highest number. */
  get limit(): number {
    return this.#strings.idLimit;
  }

  numberOf(term: string): number {
    const number = this.#strings.intern(term);
    this.#rarities = grow(this.#rarities, number);
    this.#rarities[number] ||= rarityOf(term);
    return number;
  }

  textOf(number: number): string {
    return this.#strings.text(number);
  }

  /** ln((N + 1) / (df + ½)), by document frequencies of a fixed background. */
  rarityOf(number: number): number {
    return this.#rarities[number]!;
  }
}

function rarityOf(term: string): number {
  return Math.log((ENGLISH_DOCUMENT_COUNT + 1) / (backgroundFrequency(term) + 0.5));
}
