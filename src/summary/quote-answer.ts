import { findBestUnit } from './model/find-best-unit.ts';
import { scoreAlone } from './model/choose-summary.ts';
import type { ReadingSentence } from './reading/reading.ts';
import type { WeightedReading } from './weigh-reading.ts';

/** How many sentences an answer may have; fewer are better. */
const ANSWER_SIZES = [1, 2, 3] as const;

const NONE_CHOSEN: ReadonlySet<number> = new Set();

/**
 * The sentence that, by the summary model, best answers the queries that the reading was weighed with.
 * If no answer makes sense alone, it comes with the sentences before it that it depends on. Empty if
 * no sentence has anything of the queries.
 */
export function quoteAnswer(reading: WeightedReading): ReadingSentence[] {
  const { sentences, answers } = reading;
  if (!answers) return [];
  const isAnswer = (i: number): boolean => answers.scores[i]! > 0;
  const scores = scoreAlone(reading);
  const unit =
    ANSWER_SIZES.map((run) =>
      findBestUnit(sentences, NONE_CHOSEN, scores, { sentences: run, words: Infinity, run }),
    ).find((found) => found?.some(isAnswer)) ??
    // What it depends on is too far away or does not exist: still an answer.
    [...sentences.keys()]
      .filter(isAnswer)
      .toSorted((a, b) => scores[b]! - scores[a]!)
      .slice(0, 1);
  return unit.map((i) => sentences[i]!);
}
