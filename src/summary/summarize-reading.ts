import { findKeyTerms } from './key-terms.ts';
import { chooseSentences } from './model/choose-summary.ts';
import type { SummaryLength, SummaryResult } from './summary.ts';
import { SUMMARY_LIMITS } from './summary-limits.ts';
import type { WeightedReading } from './weigh-reading.ts';

/**
 * An article's most telling sentences, word for word and in document order, or the statement that
 * it is too short to be shortened. The same reading and weights give the same summary. If the reading
 * was weighed with queries, sentences that answer them come before all others.
 *
 * @example
 * const reading = buildReading(article);
 * summarizeReading(weighReading(reading, index.corpus), { words: SUMMARY_WORDS.medium });
 */
export function summarizeReading(reading: WeightedReading, length: SummaryLength): SummaryResult {
  const { sentences, place } = reading;
  const wordCount = sentences.reduce((sum, sentence) => sum + sentence.wordCount, 0);
  const { minSentences, minWords } = SUMMARY_LIMITS;
  if (sentences.length < minSentences || wordCount < minWords) {
    return { kind: 'too-short', sentenceCount: sentences.length, wordCount };
  }
  const chosen = chooseSentences(reading, length);
  if (chosen.length === 0) return { kind: 'too-short', sentenceCount: sentences.length, wordCount };
  const starts = new Set(chosen.map((sentence) => sentence.start));
  const keptWords = sentences
    .filter((sentence) => starts.has(sentence.start))
    .reduce((sum, sentence) => sum + sentence.wordCount, 0);
  return {
    kind: 'summary',
    summary: {
      sentences: chosen,
      ...(place !== undefined && { place }),
      sentenceCount: sentences.length,
      shorterBy: 1 - keptWords / wordCount,
      // Found on demand: lists and digests do not show them.
      get keyTerms() {
        return findKeyTerms(reading);
      },
    },
  };
}
