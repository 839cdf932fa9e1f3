import { scoreAlone } from './model/choose-summary.ts';
import type { ReadingSentence } from './reading/reading.ts';
import { SUMMARY_LIMITS } from './summary-limits.ts';
import type { WeightedReading } from './weigh-reading.ts';

/**
 * The one sentence of an article that says most by the summary model: one that depends on no other,
 * is not a caption and is short enough for a list, if a short one says nearly as much as the best.
 * Undefined for an article without a sentence.
 */
export function findGist(reading: WeightedReading): ReadingSentence | undefined {
  const scores = scoreAlone(reading);
  const byScore = reading.sentences
    .map((sentence, i) => ({ sentence, score: scores[i]! }))
    .toSorted((a, b) => b.score - a.score);
  const alone = byScore.filter(
    ({ sentence: { dependsOnPrevious, isCaption } }) => !dependsOnPrevious && !isCaption,
  );
  const best = alone[0] ?? byScore[0];
  const isGist = ({ sentence, score }: (typeof alone)[number]): boolean =>
    sentence.text.length <= SUMMARY_LIMITS.gistLength &&
    score >= best!.score * SUMMARY_LIMITS.gistWorth;
  return (alone.find(isGist) ?? best)?.sentence;
}
