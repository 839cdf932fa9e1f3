import type { TextIndex } from './terms/text-index.ts';

/** What the articles of servers' own sources add to the counts of an index. */
export class OwnCounts {
  /** By term id: how many of them have the term. */
  readonly #frequencies = new Map<number, number>();
  #articleCount = 0;
  #totalLength = 0;

  /** Counts the article of a slot once more or less, while its text is indexed. */
  count(texts: TextIndex, slot: number, by: 1 | -1): void {
    const { title, body } = texts.readTerms(slot);
    for (const termId of new Set([...title, ...body])) {
      const count = (this.#frequencies.get(termId) ?? 0) + by;
      if (count === 0) this.#frequencies.delete(termId);
      else this.#frequencies.set(termId, count);
    }
    this.#articleCount += by;
    this.#totalLength += by * texts.length(slot);
  }

  get articleCount(): number {
    return this.#articleCount;
  }

  get totalLength(): number {
    return this.#totalLength;
  }

  /** How many of them have a term, by the id that it has in their index. */
  frequency(termId: number | undefined): number {
    return (termId !== undefined && this.#frequencies.get(termId)) || 0;
  }
}

/** Counts over an index that weights follow from. */
export interface SharedCounts {
  documentCount(): number;
  documentFrequency(term: string): number;
  /** The mean length of an article in terms. */
  averageLength(): number;
}

/**
 * The counts of the articles that are for everyone. What a server reads for itself alone would else change how the
 * articles that others read are weighted. If there are none, all articles count.
 */
export function createSharedCounts(parts: () => CountedParts): SharedCounts {
  return {
    documentCount: () => countShared(parts()),
    documentFrequency(term) {
      const { texts, own } = parts();
      const all = texts.frequency(term);
      return isShared(parts()) ? all - own.frequency(texts.termId(term)) : all;
    },
    averageLength() {
      const { texts, own } = parts();
      const count = countShared(parts());
      const total = texts.averageLength * texts.size;
      return count === 0 ? 0 : (total - (isShared(parts()) ? own.totalLength : 0)) / count;
    },
  };
}

interface CountedParts {
  readonly texts: TextIndex;
  readonly own: OwnCounts;
}

/** Whether any article is for everyone, and any is not. */
function isShared({ texts, own }: CountedParts): boolean {
  return own.articleCount > 0 && own.articleCount < texts.size;
}

function countShared(parts: CountedParts): number {
  return parts.texts.size - (isShared(parts) ? parts.own.articleCount : 0);
}
