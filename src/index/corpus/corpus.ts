import { ENGLISH_DOCUMENT_COUNT, ENGLISH_DOCUMENT_FREQUENCIES } from './english-df.ts';
import type { TermVector } from '../../text/term-vector.ts';

/** In how many articles each term occurs, and from that how telling it is. */
export interface Corpus {
  /** Articles counted, the background's left out. */
  readonly documentCount: number;
  /** How many of them contain the term. */
  documentFrequency(term: string): number;
  /**
   * Inverse document frequency: near 0 for a term in every article, the higher the rarer. Who asks for
   * a term again and again may keep its `backgroundFrequency` and save looking that up.
   */
  idf(term: string, background?: number): number;
}

/**
 * How many stored articles one article of the background counts for. The background makes an empty
 * or young store know that "government" tells less than "cosmodrome"; 20,000 stored ones outweigh it.
 */
const BACKGROUND_WEIGHT = 1;

/** A corpus over live counts, joined with counts of English news for as long as the store is small. */
export function createCorpus(counts: {
  documentCount(): number;
  documentFrequency(term: string): number;
}): Corpus {
  return {
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

/** The corpus of a fixed batch of articles, each given by its terms. */
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

/** Counts × idf, the counts damped to 1 + ln(count): a word said ten times tells little more than one said five times. */
export function weighTerms(counts: TermVector, corpus: Corpus): Map<string, number> {
  const vector = new Map<string, number>();
  for (const [term, count] of counts) vector.set(term, (1 + Math.log(count)) * corpus.idf(term));
  return vector;
}

let backgroundFrequencies: ReadonlyMap<string, number> | undefined;

/** In how many articles of the background a term occurs; the same for ever. */
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
