import type { ReportSentence } from './report.ts';

/** How much may still be chosen. */
export interface Room {
  readonly sentences: number;
  readonly words: number;
}

/**
 * The sentence with the highest score that fits, or the two with the highest mean: a sentence whose
 * opening points back to one that is not chosen comes with that one or not at all. Undefined where nothing fits.
 */
export function findBestUnit(
  sentences: readonly ReportSentence[],
  isChosen: (i: number) => boolean,
  scores: Float64Array,
  room: Room,
): number[] | undefined {
  const hangs = (i: number): boolean => sentences[i]!.dependsOnPrevious && !isChosen(i - 1);
  let best: number[] | undefined;
  let bestScore = -Infinity;
  for (let i = 0; i < sentences.length; i++) {
    if (isChosen(i)) continue;
    const isPair = hangs(i);
    if (isPair && (i === 0 || hangs(i - 1) || room.sentences < 2)) continue;
    const score = isPair ? (scores[i - 1]! + scores[i]!) / 2 : scores[i]!;
    const words = sentences[i]!.wordCount + (isPair ? sentences[i - 1]!.wordCount : 0);
    if (score <= bestScore || words > room.words) continue;
    best = isPair ? [i - 1, i] : [i];
    bestScore = score;
  }
  return best;
}
