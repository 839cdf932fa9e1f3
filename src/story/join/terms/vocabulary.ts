import { backgroundFrequency } from '../../../index/corpus/corpus.ts';
import { ENGLISH_DOCUMENT_COUNT } from '../../../index/corpus/english-df.ts';
import { grow } from '../../../index/terms/grow.ts';
import { StringTable } from '../../../index/terms/string-table.ts';

/** Numbers the terms of texts from 1, and knows how rare each is. A number is never given to another term. */
export class Vocabulary {
  readonly #strings = new StringTable();
  /** By number. */
  #rarities = new Float64Array(1024);
  /** By number: the beginning of the text as a number. */
  #beginnings = new Float64Array(1024);

  /** One more than the highest number. */
  get limit(): number {
    return this.#strings.idLimit;
  }

  numberOf(term: string): number {
    const number = this.#strings.intern(term);
    if ((this.#rarities[number] ?? 0) === 0) {
      this.#rarities = grow(this.#rarities, number);
      this.#beginnings = grow(this.#beginnings, number);
      this.#rarities[number] = rarityOf(term);
      this.#beginnings[number] = beginningOf(term);
    }
    return number;
  }

  textOf(number: number): string {
    return this.#strings.text(number);
  }

  /** ln((N + 1) / (df + ½)), by document frequencies of a fixed background. */
  rarityOf(number: number): number {
    return this.#rarities[number]!;
  }

  /** Compares the texts of two terms as `<` does. Most differ in their beginnings. */
  compareTexts(a: number, b: number): number {
    const difference = this.#beginnings[a]! - this.#beginnings[b]!;
    if (difference !== 0) return difference < 0 ? -1 : 1;
    return this.textOf(a) < this.textOf(b) ? -1 : Number(a !== b);
  }
}

/** The first three UTF-16 units as one number, which is exact. */
function beginningOf(text: string): number {
  const unit = (at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
  return (unit(0) * 2 ** 16 + unit(1)) * 2 ** 16 + unit(2);
}

function rarityOf(term: string): number {
  return Math.log((ENGLISH_DOCUMENT_COUNT + 1) / (backgroundFrequency(term) + 0.5));
}
