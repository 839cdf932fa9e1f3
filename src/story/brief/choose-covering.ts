import { BRIEF_LIMITS, BRIEF_WEIGHTS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';

/** A chosen sentence, with what it was worth when it was chosen. */
export interface ChosenSentence extends BriefCandidate {
  readonly gain: number;
}

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
  { candidates, voices }: BriefCandidates,
  { words, sentences }: Readonly<Room>,
): ChosenSentence[] {
  const worth = Float64Array.from(voices, (count) => count ** BRIEF_WEIGHTS.frequency);
  const room = { words, sentences };
  const said = new Set<number>();
  const chosen: ChosenSentence[] = [];
  while (room.sentences > 0) {
    const best = findBest(candidates, worth, said, room.words);
    if (!best) break;
    chosen.push(best);
    room.words -= best.words;
    room.sentences -= 1;
    for (const pair of best.pairs) worth[pair] = 0;
    for (const word of best.says) said.add(word);
  }
  return chosen;
}

function findBest(
  candidates: readonly BriefCandidate[],
  worth: Float64Array,
  said: ReadonlySet<number>,
  words: number,
): ChosenSentence | undefined {
  let [best, most]: [BriefCandidate | undefined, number] = [undefined, 0];
  for (const candidate of candidates) {
    if (candidate.words > words || !candidate.needs.every((need) => said.has(need))) continue;
    const gain = measureGain(candidate, worth);
    if (gain > most) [best, most] = [candidate, gain];
  }
  return best && { ...best, gain: most };
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
