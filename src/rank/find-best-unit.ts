import type { ReportSentence } from './report.ts';
import type { Selection } from './selection.ts';

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
  selection: Selection,
  scores: Float64Array,
  room: Room,
): number[] | undefined {
  let best: number[] | undefined;
  let bestScore = -Infinity;
  for (let i = 0; i < sentences.length; i++) {
    if (selection.has(i)) continue;
    const isPair = hangs(sentences, selection, i);
    if (isPair && (i === 0 || hangs(sentences, selection, i - 1) || room.sentences < 2)) continue;
    const score = isPair ? (scores[i - 1]! + scores[i]!) / 2 : scores[i]!;
    const words = sentences[i]!.wordCount + (isPair ? sentences[i - 1]!.wordCount : 0);
    if (score <= bestScore || words > room.words) continue;
    best = isPair ? [i - 1, i] : [i];
    bestScore = score;
  }
  return best;
}

function hangs(sentences: readonly ReportSentence[], selection: Selection, i: number): boolean {
  return sentences[i]!.dependsOnPrevious && !selection.has(i - 1);
}
