import { ENGLISH_DOCUMENT_COUNT, ENGLISH_DOCUMENT_FREQUENCIES } from './english-df.ts';

/** Document frequencies of terms, and the weights that follow from them. */
export interface Corpus {
  /** Changes whenever a count does. */
  readonly version: number;
  /** The number of articles, without those of the background. */
  readonly documentCount: number;
  /** The number of these that contain the term. */
  documentFrequency(term: string): number;
  /**
   * Inverse document frequency: near 0 for a term in every article, higher for rarer terms. A caller that needs
   * the same term often can pass its `backgroundFrequency` to save the lookup.
   */
  idf(term: string, background?: number): number;
}

/**
 * One article of the background counts as this many stored ones. With the background, an empty or young store knows
 * that "government" says less than "cosmodrome"; 20,000 stored articles outweigh it.
 */
const BACKGROUND_WEIGHT = 1;

/** Creates a corpus over counts that may change. Counts of English news are added, which matter while the store is small. */
export function createCorpus(counts: {
  /** Absent if the counts never change. */
  version?(): number;
  documentCount(): number;
  documentFrequency(term: string): number;
}): Corpus {
  return {
    get version() {
      return counts.version?.() ?? 0;
    },
    get documentCount() {
      return counts.documentCount();
    },
    documentFrequency: (term) => counts.documentFrequency(term),
    idf: (term, background = backgroundFrequency(term)) => {
      const documentCount = counts.documentCount();
      return inverseDocumentFrequency(
        (documentCount > 0 ? counts.documentFrequency(term) : 0) + BACKGROUND_WEIGHT * background,
        documentCount + BACKGROUND_WEIGHT * ENGLISH_DOCUMENT_COUNT,
      );
    },
  };
}

/** Builds the corpus of a fixed set of articles, each given by its terms. */
export function buildCorpus(documents: Iterable<Iterable<string>>): Corpus {
  const frequencies = new Map<string, number>();
  let count = 0;
  for (const terms of documents) {
    count += 1;
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return createCorpus({
    documentCount: () => count,
    documentFrequency: (term) => frequencies.get(term) ?? 0,
  });
}

/**
 * ln(1 + (N − n + ½) / (n + ½)) for a term in n of N documents: the probabilistic weight of
 * Robertson and Spärck Jones, kept above 0 as in Lucene's BM25.
 */
export function inverseDocumentFrequency(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5));
}

let backgroundFrequencies: ReadonlyMap<string, number> | undefined;

/** The number of articles of the background that contain a term. It never changes. */
export function backgroundFrequency(term: string): number {
  backgroundFrequencies ??= parseFrequencies(ENGLISH_DOCUMENT_FREQUENCIES);
  return backgroundFrequencies.get(term) ?? 0;
}

function parseFrequencies(lines: string): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const line of lines.split('\n')) {
    const [count, ...terms] = line.split(' ');
    for (const term of terms) frequencies.set(term, Number(count));
  }
  return frequencies;
}
