import type { Article } from '../article/article.ts';
import { primaryLanguage } from '../text/language-tags.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Corpus } from '../index/corpus/corpus.ts';
import { isCaption } from './reading/furniture.ts';
import { readReport } from './reading/report.ts';
import { scoreSentences } from './model/select-sentences.ts';
import { SUMMARY_LIMITS } from './summary-limits.ts';

/**
 * The one sentence of an article that says most by the summary's model, word for word: one that hangs on
 * none before it, tells of no picture and is short enough for a list, where a short one says nearly as
 * much. Undefined for an article without a sentence.
 */
export function findGist(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
): Sentence | undefined {
  const report = readReport(article, primaryLanguage(article.lang), corpus);
  const scores = scoreSentences(report);
  const byScore = report.sentences
    .map((sentence, i) => ({ sentence, score: scores[i]! }))
    .toSorted((a, b) => b.score - a.score);
  const alone = byScore.filter(
    ({ sentence: { dependsOnPrevious, text } }) => !dependsOnPrevious && !isCaption(text),
  );
  const best = alone[0] ?? byScore[0];
  const isGist = ({ sentence, score }: (typeof alone)[number]): boolean =>
    sentence.text.length <= SUMMARY_LIMITS.gistLength &&
    score >= best!.score * SUMMARY_LIMITS.gistWorth;
  const found = (alone.find(isGist) ?? best)?.sentence;
  return found && { text: found.text, start: found.start, end: found.end };
}
