import { BRIEF_WEIGHTS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';

/** By number of a word pair, what it is worth to say it. What the reader has read is worth nothing. */
export function measureWorth({ voices, chances, told }: BriefCandidates): Float64Array {
  const { frequency, chance } = BRIEF_WEIGHTS;
  const worth = Float64Array.from(
    voices,
    (count, pair) => count ** frequency * chances[pair]! ** chance,
  );
  for (const { pairs } of told) for (const pair of pairs) worth[pair] = 0;
  return worth;
}

/** How many times as much word pairs are worth in this sentence as in one that neither opens an article nor answers. */
export function measureFactor({ article, isOpening, answer }: BriefCandidate): number {
  const opens = isOpening && article.role !== 'background';
  return (opens ? 1 + BRIEF_WEIGHTS.opening : 1) * (1 + BRIEF_WEIGHTS.answer * answer);
}
