import { scoreAlone } from './model/choose-summary.ts';
import { createUnderstanding } from './model/create-understanding.ts';
import type { ReadingSentence } from './reading/reading.ts';
import { SUMMARY_LIMITS } from './summary-limits.ts';
import type { WeightedReading } from './weigh-reading.ts';

/**
 * The one sentence of an article that says most by the summary model: one that is understood alone and is not a
 * caption. Of those that say nearly as much as the best, the first that is short enough for a list, else the first,
 * since a report begins with what happened. Undefined for an article without a sentence.
 */
export function findGist(reading: WeightedReading): ReadingSentence | undefined {
  const scores = scoreAlone(reading);
  const isUnderstood = createUnderstanding(reading);
  const all = reading.sentences.map((sentence, i) => ({ sentence, i, score: scores[i]! }));
  const alone = all.filter(
    ({ sentence: { dependsOnPrevious, isCaption, speechGoesOn } }) =>
      !dependsOnPrevious && !isCaption && !speechGoesOn,
  );
  const understood = alone.filter(({ i }) => isUnderstood([], i, i));
  const candidates = [understood, alone, all].find(({ length }) => length > 0);
  if (!candidates) return undefined;
  const best = Math.max(...candidates.map(({ score }) => score));
  const good = candidates.filter(({ score }) => score >= best * SUMMARY_LIMITS.gistWorth);
  const short = good.find(({ sentence }) => sentence.text.length <= SUMMARY_LIMITS.gistLength);
  return (short ?? good[0])!.sentence;
}
