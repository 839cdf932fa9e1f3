import type { ReadingSentence } from '../reading/reading.ts';

/** How much may still be chosen. */
export interface Room {
  readonly sentences: number;
  readonly words: number;
  /** The longest run of sentences, each pointing back to the one before, that is chosen at once; 2 by default. */
  readonly run?: number;
}

/** Tells of a sentence whether it is chosen already. */
interface Chosen {
  has(sentence: number): boolean;
}

/** Whether the sentences that a unit takes along, and those chosen, introduce what its sentences speak of. */
export type IsUnderstood = (first: number, last: number) => boolean;

/** "It is one of the oldest piers: …", "From roars to laughs, it can change any voice." A "he" that opens an article is named in the headline only. */
const POINTS_FORWARD = /^(?:(?:It|This|These)\b|\p{Lu}\p{Ll}+ [^.:;"“”]{1,120}, it\b)/u;

/**
 * The sentence with the highest score that fits, or the run of sentences with the highest mean: a sentence
 * whose opening points back to one that is not chosen comes with that one or not at all. Undefined
 * where nothing fits.
 */
export function findBestUnit(
  sentences: readonly ReadingSentence[],
  chosen: Chosen,
  scores: Float64Array,
  { run = 2, ...room }: Room,
  isUnderstood: IsUnderstood = () => true,
): number[] | undefined {
  const longest = Math.min(run, room.sentences);
  let best: number[] | undefined;
  let bestScore = -Infinity;
  for (let i = 0; i < sentences.length; i++) {
    if (chosen.has(i) || sentences[i]!.isCaption || breaksOff(sentences, chosen, i)) continue;
    let first = i;
    let words = sentences[i]!.wordCount;
    let sum = scores[i]!;
    while (first > 0 && hangs(sentences, chosen, first) && i - first + 1 < longest) {
      first -= 1;
      words += sentences[first]!.wordCount;
      sum += scores[first]!;
    }
    const length = i - first + 1;
    const isOpening = first === 0 && i > 0 && opensForward(sentences);
    if (!isOpening && hangs(sentences, chosen, first)) continue;
    if (sum / length <= bestScore || words > room.words) continue;
    if (!isUnderstood(first, i)) continue;
    best = Array.from({ length }, (_, k) => first + k);
    bestScore = sum / length;
  }
  return best;
}

/** Whether what the first sentence of an article points at comes after it. */
export function opensForward(sentences: readonly ReadingSentence[]): boolean {
  return POINTS_FORWARD.test(sentences[0]!.text);
}

function hangs(sentences: readonly ReadingSentence[], chosen: Chosen, i: number): boolean {
  return sentences[i]!.dependsOnPrevious && !chosen.has(i - 1);
}

/** Whether a quotation would be cut open after this sentence. */
function breaksOff(sentences: readonly ReadingSentence[], chosen: Chosen, i: number): boolean {
  return sentences[i]!.speechGoesOn && !chosen.has(i + 1);
}
