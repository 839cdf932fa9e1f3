import { Selection } from '../../src/summary/model/selection.ts';
import type { FeatureWeights } from '../../src/summary/model/select-sentences.ts';
import { measureSentences } from '../../src/summary/model/sentence-features.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from '../../src/summary/model/summary-model.ts';
import { createRandom } from './build-news.ts';
import {
  addObservation,
  createEquations,
  dropFeature,
  solveRidge,
  sumEquations,
  type NormalEquations,
} from './ridge.ts';
import type { TrainingArticle } from './training-article.ts';

/** Parameters of the training. Results change little around these values. */
const TRAINING = {
  seed: 1,
  /** Partial selections an article: the empty one, then ones of one or two sentences. */
  selections: 24,
  /** With this probability, a sentence of a partial selection is drawn from the first ones, e^(−i/decay); else from all. */
  earlyShare: 0.7,
  earlyDecay: 5,
  lambda: 0.05,
} as const;

const TRAINED = (Object.keys(SUMMARY_MODEL) as SummaryFeatureName[]).filter(
  (name) => !('byHand' in SUMMARY_MODEL[name]),
);

/** The gain of every sentence of the article over some partial selections, as equations for the weights. */
export function collectEquations(article: TrainingArticle, index: number): NormalEquations {
  const equations = createEquations(TRAINED.length);
  const { reading } = article;
  const own = measureSentences(reading);
  const random = createRandom(TRAINING.seed + index);
  for (let round = 0; round < TRAINING.selections; round++) {
    const selection = new Selection(reading);
    const size = round === 0 ? 0 : 1 + Math.floor(random() * 2);
    for (let k = 0; k < size; k++) {
      const drawn = drawSentence(reading.sentences.length, random);
      if (!selection.has(drawn)) selection.add(drawn);
    }
    const others = [...reading.sentences.keys()].filter((i) => !selection.has(i));
    if (others.length < 2) continue;
    const before = article.scoreSelection(selection.chosen);
    const gains = others.map((i) => article.scoreSelection([...selection.chosen, i]) - before);
    const { likeness, covered, answer } = selection;
    const columns = { ...own, likeness, covered, answer };
    const values = TRAINED.map((name) => centre(others.map((i) => columns[name][i]!)));
    // Only differences within a selection decide a choice, so values are centred on its mean.
    centre(gains).forEach((gain, k) => {
      const x = values.map((column) => column[k]!);
      addObservation(equations, x, gain, 1 / others.length);
    });
  }
  return equations;
}

/** Fits the model's weights to the equations of some articles. Weights set by hand stay; features left out weigh 0. */
export function fitWeights(
  equations: readonly NormalEquations[],
  leftOut: readonly SummaryFeatureName[] = [],
): FeatureWeights {
  const sum = sumEquations(equations);
  for (const name of leftOut) dropFeature(sum, TRAINED.indexOf(name));
  const fitted = solveRidge(sum, TRAINING.lambda);
  const weightOf = (name: SummaryFeatureName): number => {
    if (leftOut.includes(name)) return 0;
    const at = TRAINED.indexOf(name);
    return at === -1 ? SUMMARY_MODEL[name].weight : Number(fitted[at]!.toFixed(4));
  };
  const names = Object.keys(SUMMARY_MODEL) as SummaryFeatureName[];
  return Object.fromEntries(names.map((name) => [name, weightOf(name)])) as FeatureWeights;
}

function drawSentence(count: number, random: () => number): number {
  const { earlyShare, earlyDecay } = TRAINING;
  if (random() >= earlyShare) return Math.floor(random() * count);
  return Math.min(count - 1, Math.floor(-Math.log(1 - random()) * earlyDecay));
}

function centre(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
