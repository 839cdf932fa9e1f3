import { selectSentences } from '../../src/summary/model/select-sentences.ts';
import type { SummaryFeatureName } from '../../src/summary/model/summary-model.ts';
import { SUMMARY_SENTENCES } from './measure-summaries.ts';
import type { NormalEquations } from './ridge.ts';
import { scoreSummary, type RougeScores } from './score-summary.ts';
import { fitWeights } from './train-model.ts';
import type { TrainingArticle } from './training-article.ts';

const FOLDS = 10;

/** The score of each article's summary, with weights trained on the other folds only. */
export function crossValidate(
  articles: readonly TrainingArticle[],
  equations: readonly NormalEquations[],
  leftOut: readonly SummaryFeatureName[] = [],
): RougeScores[] {
  const weights = Array.from({ length: FOLDS }, (_, fold) =>
    fitWeights(
      equations.filter((__, i) => i % FOLDS !== fold),
      leftOut,
    ),
  );
  return articles.map(({ reading, reference }, i) => {
    const length = { sentences: SUMMARY_SENTENCES };
    return scoreSummary(reference, selectSentences(reading, length, weights[i % FOLDS]));
  });
}
