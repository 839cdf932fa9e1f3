import type { Corpus } from '../index/corpus/corpus.ts';
import type { Query } from '../index/query/query.ts';
import { findAnswers, type QueryAnswers } from './query-answers.ts';
import { NO_TERM } from './reading/number-words.ts';
import type { Reading } from './reading/reading.ts';
import { reserveFloats } from './reading/reserve-floats.ts';

/** A reading with what the corpus and the reader's queries add to it: all that sentences are ranked by. */
export interface WeightedReading extends Reading {
  /** Inverse document frequency by number of a sentence's term. */
  readonly idf: Float64Array;
  /** Euclidean length by sentence, each term counted once with its idf. */
  readonly norms: Float64Array;
  /** Sum of the idf of all the title's terms, each counted once. */
  readonly titleWeight: number;
  /** Undefined if there is no query, or no sentence has anything of one. */
  readonly answers: QueryAnswers | undefined;
}

/**
 * Weighs the terms of a reading by a corpus. If there are several queries, sentences are matched
 * with the one that the article has most of.
 */
export function weighReading(
  reading: Reading,
  corpus: Corpus,
  queries: readonly Query[] = [],
): WeightedReading {
  const { lang, sentences, boilerplate, place, printed } = reading;
  const { terms, capitals, words, lexicon, pairs, vocabulary, titleTerms } = reading;
  const take = reserveFloats(terms.counts.length + sentences.length);
  const idf = measureIdf(reading, corpus, take(terms.counts.length));
  const norms = measureNorms(reading, idf, take(sentences.length));
  const titleWeight = weighTitle(reading, corpus);
  const answers = queries.length > 0 ? findAnswers(reading, corpus, queries) : undefined;
  // Spelled out: to spread the reading would take as long as to look up the idf of all its terms.
  return {
    lang,
    sentences,
    boilerplate,
    place,
    printed,
    terms,
    capitals,
    words,
    lexicon,
    pairs,
    vocabulary,
    titleTerms,
    idf,
    norms,
    titleWeight,
    answers,
  };
}

function measureIdf({ vocabulary }: Reading, corpus: Corpus, idf: Float64Array): Float64Array {
  for (let term = 0; term < idf.length; term++) {
    const { text, background } = vocabulary[term]!;
    idf[term] = corpus.idf(text, background);
  }
  return idf;
}

function measureNorms({ terms }: Reading, idf: Float64Array, norms: Float64Array): Float64Array {
  const { ids, starts } = terms;
  for (let i = 0; i < norms.length; i++) {
    let squares = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) squares += idf[ids[at]!]! ** 2;
    norms[i] = Math.sqrt(squares);
  }
  return norms;
}

function weighTitle({ printed, vocabulary }: Reading, corpus: Corpus): number {
  let weight = 0;
  for (const term of new Set(printed.title.terms)) {
    if (term === NO_TERM) continue;
    const { text, background } = vocabulary[term]!;
    weight += corpus.idf(text, background);
  }
  return weight;
}
