import type { Corpus } from '../index/corpus/corpus.ts';
import type { Query } from '../index/query/query.ts';
import { createMatcher, sumShares } from './match-sentence.ts';
import { readQueryWords, type QueryWords } from './query-words.ts';
import type { Reading } from './reading/reading.ts';

/** What the sentences of a reading have of a query. */
export interface QueryAnswers {
  /** By sentence, 0 to 1: how well it answers; 0 if it has nothing of the query. */
  readonly scores: Float64Array;
  /** By sentence, the numbers of the query's words and phrases that it has. */
  readonly found: readonly (readonly number[])[];
  /** By number of a word or phrase, its share of the query. */
  readonly shares: readonly number[];
}

/** How much answers are worth. */
const ANSWER = {
  /** A sentence with any word of the query has at least this much, so that it comes before all that have none. */
  any: 0.5,
  /** A caption has at most this much: less than any other sentence that answers. */
  caption: 0.49,
} as const;

/**
 * Finds what a reading answers. Of several queries it takes the one that the sentences have most of;
 * undefined if they have nothing of any.
 */
export function findAnswers(
  reading: Reading,
  corpus: Corpus,
  queries: readonly Query[],
): QueryAnswers | undefined {
  let [answers, most]: [QueryAnswers | undefined, number] = [undefined, 0];
  for (const query of queries) {
    const measured = measureAnswers(reading, readQueryWords(query, reading.lang, corpus));
    const share = sumShares(new Set(measured.found.flat()), measured);
    if (share > most) [answers, most] = [measured, share];
  }
  return answers;
}

function measureAnswers(reading: Reading, words: QueryWords): QueryAnswers {
  const match = createMatcher(reading, words);
  const found = reading.sentences.map((sentence) => match(sentence).found);
  const scores = Float64Array.from(found, (numbers, i) =>
    scoreAnswer(sumShares(numbers, words), reading.sentences[i]!.isCaption),
  );
  return { scores, found, shares: words.shares };
}

function scoreAnswer(share: number, isCaption: boolean): number {
  if (share === 0) return 0;
  return isCaption ? ANSWER.caption * share : ANSWER.any + (1 - ANSWER.any) * share;
}
