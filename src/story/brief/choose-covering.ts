import { BRIEF_LIMITS, BRIEF_WEIGHTS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';

/** How much may still be chosen. */
interface Room {
  words: number;
  sentences: number;
}

/**
 * Chooses sentences one by one, each for the word pairs that no sentence before has, by the word
 * (greedy concept coverage: Gillick and Favre 2009), once what it needs has been said. Of equal ones,
 * the first is taken. In the order of choice.
 */
export function chooseCovering(
  { candidates, voices, isUnderstood }: BriefCandidates,
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
      if (gain > most && isUnderstood(candidate, said)) [best, most] = [candidate, gain];
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
  let fresh = 0;
  for (const pair of pairs) {
    if (worth[pair] === 0) continue;
    sum += worth[pair]!;
    fresh += 1;
  }
  if (fresh < pairs.length * BRIEF_LIMITS.minFresh) return 0;
  return (sum * (isOpening ? 1 + BRIEF_WEIGHTS.opening : 1)) / words;
}
