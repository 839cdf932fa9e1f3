import type { Article } from '../article/article.ts';
import { readAskedReport } from './query-answers.ts';
import type { Corpus } from '../index/corpus/corpus.ts';
import { findKeyTerms } from './key-terms.ts';
import type { Query } from '../index/query/query.ts';
import { selectSentences } from './model/select-sentences.ts';
import type { SummaryLength, SummaryResult } from './summary.ts';
import { SUMMARY_LIMITS } from './summary-limits.ts';

/**
 * An article's most telling sentences, word for word and in document order, or the statement that
 * it is too short to be shortened. The same article and corpus give the same summary. With queries,
 * sentences that answer any of them come before all others.
 *
 * @example summarize(article, index.corpus, { words: SUMMARY_WORDS.medium })
 */
export function summarize(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  length: SummaryLength,
  queries: readonly Query[] = [],
): SummaryResult {
  const report = readAskedReport(article, corpus, queries);
  const { sentences } = report;
  const wordCount = sentences.reduce((sum, sentence) => sum + sentence.wordCount, 0);
  const { minSentences, minWords } = SUMMARY_LIMITS;
  if (sentences.length < minSentences || wordCount < minWords) {
    return { kind: 'too-short', sentenceCount: sentences.length, wordCount };
  }
  const chosen = selectSentences(report, length);
  if (chosen.length === 0) return { kind: 'too-short', sentenceCount: sentences.length, wordCount };
  const starts = new Set(chosen.map((sentence) => sentence.start));
  const keptWords = sentences
    .filter((sentence) => starts.has(sentence.start))
    .reduce((sum, sentence) => sum + sentence.wordCount, 0);
  return {
    kind: 'summary',
    summary: {
      sentences: chosen,
      ...(report.place !== undefined && { place: report.place }),
      sentenceCount: sentences.length,
      shorterBy: 1 - keptWords / wordCount,
      // Found when asked for: lists and digests show none.
      get keyTerms() {
        return findKeyTerms(report);
      },
    },
  };
}
