import { findBestUnit, type Room } from './find-best-unit.ts';
import type { Report } from './report.ts';
import { Selection } from './selection.ts';
import { measureSentences, type FeatureColumns } from './sentence-features.ts';
import type { SummaryLength, SummarySentence } from './summary.ts';
import { SUMMARY_LIMITS } from './summary-limits.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from './summary-model.ts';

/** By feature, what one unit of it adds to a sentence's score. */
export type FeatureWeights = Readonly<Record<SummaryFeatureName, number>>;

const MODEL_WEIGHTS = Object.fromEntries(
  Object.entries(SUMMARY_MODEL).map(([name, { weight }]) => [name, weight]),
) as FeatureWeights;

/**
 * Chooses sentences one by one, each for what it adds to those chosen before, until no further one
 * fits. In document order. At least one, however long; otherwise never more words than asked for,
 * nor more than half of the article's.
 */
export function selectSentences(
  report: Report,
  length: SummaryLength,
  weights: FeatureWeights = MODEL_WEIGHTS,
): SummarySentence[] {
  const { sentences } = report;
  const columns = measureSentences(report);
  const ownScores = sumColumns(columns, weights);
  const selection = new Selection(report);
  const chosen: [number, SummarySentence][] = [];
  const room = findRoom(report, length);
  const scores = new Float64Array(sentences.length);
  while (room.sentences > 0) {
    scoreBeside(selection, ownScores, weights, scores);
    const unit =
      findBestUnit(sentences, selection, scores, room) ??
      (chosen.length === 0 ? [findBest(report, scores)] : []);
    if (unit.length === 0 || (isFilled(room, length) && scores[unit.at(-1)!]! < 0)) break;
    for (const i of unit) {
      chosen.push([i, explainSentence(report, i, columns, selection, weights)]);
      room.words -= sentences[i]!.wordCount;
      room.sentences -= 1;
      // After the last, nobody asks any more what the others are worth.
      if (room.sentences > 0) selection.add(i);
    }
  }
  return chosen.toSorted(([a], [b]) => a - b).map(([, sentence]) => sentence);
}

function findRoom(
  { sentences }: Report,
  length: SummaryLength,
): { sentences: number; words: number } {
  const allWords = sentences.reduce((sum, sentence) => sum + sentence.wordCount, 0);
  const half = Math.floor(allWords * SUMMARY_LIMITS.maxShare);
  return {
    sentences: 'sentences' in length ? length.sentences : Infinity,
    words: 'words' in length ? Math.min(half, length.words) : half,
  };
}

/** Whether so much is chosen that nothing need be added only to fill the rest. */
function isFilled({ words }: Room, length: SummaryLength): boolean {
  return 'words' in length && words < length.words * (1 - SUMMARY_LIMITS.minFilled);
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
  { likeness, covered }: Selection,
  ownScores: Float64Array,
  weights: FeatureWeights,
  scores: Float64Array,
): void {
  for (let i = 0; i < scores.length; i++) {
    scores[i] = ownScores[i]! + weights.likeness * likeness[i]! + weights.covered * covered[i]!;
  }
}

/** Where nothing fits: the best that does not hang in the air, else the best. */
function findBest({ sentences }: Report, scores: Float64Array): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) {
    const hangs = Number(sentences[i]!.dependsOnPrevious);
    const bestHangs = Number(sentences[best]!.dependsOnPrevious);
    if (hangs < bestHangs || (hangs === bestHangs && scores[i]! > scores[best]!)) best = i;
  }
  return best;
}

/** A sentence with the parts of its score as they stand before it is chosen. */
function explainSentence(
  report: Report,
  i: number,
  columns: FeatureColumns,
  selection: Selection,
  weights: FeatureWeights,
): SummarySentence {
  const values = { ...columns, likeness: selection.likeness, covered: selection.covered };
  const features: Record<string, number> = {};
  let score = 0;
  for (const name of Object.keys(values) as SummaryFeatureName[]) {
    features[name] = weights[name] * values[name][i]!;
    score += features[name];
  }
  const { text, start, end } = report.sentences[i]!;
  return { text, start, end, score, features };
}
