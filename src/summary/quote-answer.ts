import type { Article } from '../article/article.ts';
import type { Sentence } from '../text/sentences.ts';
import { readAskedReport } from './query-answers.ts';
import type { Corpus } from '../index/corpus/corpus.ts';
import { findBestUnit } from './model/find-best-unit.ts';
import type { Query } from '../index/query/query.ts';
import { scoreSentences } from './model/select-sentences.ts';

/** An answer alone is best; no more sentences than these stand for one. */
const ANSWER_SIZES = [1, 2, 3] as const;

const NONE_CHOSEN: ReadonlySet<number> = new Set();

/**
 * The sentence of an article that answers best, by the summary's model, what any of the queries
 * asks; with those before it that it hangs on, where no answer stands alone. Empty where no
 * sentence has anything asked for.
 */
export function quoteAnswer(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  queries: readonly Query[],
): Sentence[] {
  const report = readAskedReport(article, corpus, queries);
  const { sentences, asked } = report;
  if (!asked) return [];
  const answers = (i: number): boolean => asked.scores[i]! > 0;
  const scores = scoreSentences(report);
  const unit =
    ANSWER_SIZES.map((run) =>
      findBestUnit(sentences, NONE_CHOSEN, scores, { sentences: run, words: Infinity, run }),
    ).find((found) => found?.some(answers)) ??
    // What it hangs on is too far away or is not there: an answer all the same.
    [...sentences.keys()]
      .filter(answers)
      .toSorted((a, b) => scores[b]! - scores[a]!)
      .slice(0, 1);
  return unit.map((i) => {
    const { text, start, end } = sentences[i]!;
    return { text, start, end };
  });
}
