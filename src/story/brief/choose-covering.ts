import { BRIEF_WEIGHTS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';
import { repeatsChosen } from './repeats-chosen.ts';

/** How much may still be chosen. */
interface Room {
  words: number;
  sentences: number;
}

/**
 * Chooses sentences one by one, each for the word pairs that no sentence before has, by the word
 * (greedy concept coverage: Gillick and Favre 2009), if it repeats none of them and what it needs has
 * been said. Of equal ones, the first is taken. In the order of choice.
 */
export function chooseCovering(
  { candidates, voices, termVoices, isUnderstood }: BriefCandidates,
  { words, sentences }: Readonly<Room>,
): BriefCandidate[] {
  const worth = Float64Array.from(voices, (count) => count ** BRIEF_WEIGHTS.frequency);
  const room = { words, sentences };
  const said = new Set<number>();
  const chosen: BriefCandidate[] = [];
  while (room.sentences > 0) {
    let [best, most]: [BriefCandidate | undefined, number] = [undefined, 0];
    for (const candidate of candidates) {
      if (candidate.words > room.words) continue;
      const gain = measureGain(candidate, worth);
      if (gain <= most || repeatsChosen(candidate, chosen, termVoices)) continue;
      if (isUnderstood(candidate, said)) [best, most] = [candidate, gain];
    }
    if (!best) break;
    chosen.push(best);
    room.words -= best.words;
    room.sentences -= 1;
    for (const pair of best.pairs) worth[pair] = 0;
    for (const word of best.says) said.add(word);
  }
  return chosen;
}

function measureGain({ pairs, words, isOpening }: BriefCandidate, worth: Float64Array): number {
  let sum = 0;
  for (const pair of pairs) sum += worth[pair]!;
  const { opening, length } = BRIEF_WEIGHTS;
  return (sum * (isOpening ? 1 + opening : 1)) / words ** length;
}
