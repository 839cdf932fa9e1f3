import { createUnderstanding } from './create-understanding.ts';
import { findRoom } from './find-room.ts';
import { findBestUnit, type IsUnderstood, type Room } from './find-best-unit.ts';
import { MAX_LIKENESS } from './repetition.ts';
import type { ReadingSentence } from '../reading/reading.ts';
import { Selection } from './selection.ts';
import { measureSentences, type FeatureColumns } from './sentence-features.ts';
import type { SummaryLength, SummarySentence } from '../summary.ts';
import { SUMMARY_LIMITS } from '../summary-limits.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from './summary-model.ts';

/** By feature, what one unit of it adds to a sentence's score. */
export type FeatureWeights = Readonly<Record<SummaryFeatureName, number>>;

const MODEL_WEIGHTS = Object.fromEntries(
  Object.entries(SUMMARY_MODEL).map(([name, { weight }]) => [name, weight]),
) as FeatureWeights;

/** What each sentence is worth as the first to be chosen, by the linear model. */
export function scoreLinearly(
  reading: WeightedReading,
  weights: FeatureWeights = MODEL_WEIGHTS,
): Float64Array {
  const scores = sumColumns(measureSentences(reading), weights);
  scoreBeside(new Selection(reading), scores, weights, scores);
  return scores;
}

/**
 * Chooses sentences one by one, each for what it adds to those chosen before, until no further one
 * fits. In document order. Never more than half of the article's words, nor more than asked for
 * unless one sentence alone is; none where every sentence that makes sense alone is over half.
 */
export function selectSentences(
  reading: WeightedReading,
  length: SummaryLength,
  weights: FeatureWeights = MODEL_WEIGHTS,
): SummarySentence[] {
  const { sentences } = reading;
  const columns = measureSentences(reading);
  const ownScores = sumColumns(columns, weights);
  const selection = new Selection(reading);
  const { likeness, covered, answer } = selection;
  const values = { ...columns, likeness, covered, answer };
  const chosen: [number, SummarySentence][] = [];
  const { most, wanted, ...allowed } = findRoom(sentences, length);
  const room = { ...allowed };
  const filledWords = wanted * (1 - SUMMARY_LIMITS.minFilled);
  const scores = new Float64Array(sentences.length);
  const understands = createUnderstanding(reading);
  const isUnderstood: IsUnderstood = (first, last) => understands(selection.chosen, first, last);
  while (room.sentences > 0) {
    scoreBeside(selection, ownScores, weights, scores);
    const understood = findBestUnit(sentences, selection, scores, room, isUnderstood);
    const unit =
      findOnlyAnswer(reading, selection, scores, room, understood) ??
      understood ??
      (chosen.length === 0 ? findBest(reading, scores, most) : []);
    const isFilled = room.words < filledWords;
    if (unit.length === 0 || (isFilled && scores[unit.at(-1)!]! < 0)) break;
    for (const i of unit) {
      chosen.push([i, explainSentence(sentences[i]!, i, values, weights)]);
      room.words -= sentences[i]!.wordCount;
      room.sentences -= 1;
      // After the last, nobody asks any more what the others are worth.
      if (room.sentences > 0) selection.add(i);
    }
  }
  return chosen.toSorted(([a], [b]) => a - b).map(([, sentence]) => sentence);
}

/** How many sentences come with an answer that points back at them. */
const ANSWER_RUN = 3;

/**
 * If nothing that is understood has anything of what is asked, and nothing chosen has: the best answer, with the
 * sentences that it points back at.
 */
function findOnlyAnswer(
  { sentences, answers }: WeightedReading,
  selection: Selection,
  scores: Float64Array,
  room: Room,
  understood: readonly number[] = [],
): number[] | undefined {
  if (!answers) return undefined;
  const isAnswer = (i: number): boolean => answers.scores[i]! > 0;
  if ([...selection.chosen, ...understood].some(isAnswer)) return undefined;
  const unit = findBestUnit(sentences, selection, scores, { ...room, run: ANSWER_RUN });
  return unit?.some(isAnswer) ? unit : undefined;
}

function sumColumns(columns: FeatureColumns, weights: FeatureWeights): Float64Array {
  const sums = new Float64Array(columns.lead.length);
  for (const name of Object.keys(columns) as (keyof FeatureColumns)[]) {
    const values = columns[name];
    const weight = weights[name];
    for (let i = 0; i < sums.length; i++) sums[i]! += weight * values[i]!;
  }
  return sums;
}

/** Fills in what each sentence is worth beside those that are chosen. */
function scoreBeside(
  { likeness, covered, answer }: Selection,
  ownScores: Float64Array,
  weights: FeatureWeights,
  scores: Float64Array,
): void {
  for (let i = 0; i < scores.length; i++) {
    if (likeness[i]! > MAX_LIKENESS) {
      scores[i] = -Infinity;
      continue;
    }
    scores[i] =
      ownScores[i]! +
      weights.likeness * likeness[i]! +
      weights.covered * covered[i]! +
      weights.answer * answer[i]!;
  }
}

/** If nothing fits: the best sentence that does not depend on others, or the best if all do. None over `most` words. */
function findBest({ sentences }: WeightedReading, scores: Float64Array, most: number): number[] {
  const all = [...sentences.keys()];
  const standing = all.filter(
    (i) =>
      !sentences[i]!.dependsOnPrevious && !sentences[i]!.isCaption && !sentences[i]!.speechGoesOn,
  );
  const fitting = (standing.length > 0 ? standing : all).filter(
    (i) => sentences[i]!.wordCount <= most,
  );
  return fitting.toSorted((a, b) => scores[b]! - scores[a]!).slice(0, 1);
}

/** A sentence with the parts of its score as they stand before it is chosen. */
function explainSentence(
  { text, start, end }: ReadingSentence,
  i: number,
  values: Readonly<Record<SummaryFeatureName, Float64Array>>,
  weights: FeatureWeights,
): SummarySentence {
  const features: Record<string, number> = {};
  let score = 0;
  for (const name of Object.keys(values) as SummaryFeatureName[]) {
    features[name] = weights[name] * values[name][i]!;
    score += features[name];
  }
  return { text, start, end, score, features };
}
