import { BRIEF_LIMITS } from './brief.ts';
import type { BriefCandidate, BriefCandidates } from './brief-candidates.ts';
import { chooseCovering, type CoveringChoice, type Room } from './choose-covering.ts';
import { measureFactor, measureWorth } from './pair-worth.ts';

/**
 * Chooses sentences by `chooseCovering`, then, in a short English brief, again without one of them as long as the set is
 * worth more: what is best by the word may keep out two that are better together, or leave room that nothing fits. The first
 * one, which is the event as most voices have it, and answers stay. In other languages the worth of a pair is known less well,
 * so that a set that is worth more is not a better one. In the order of choice.
 */
export function chooseBest(found: BriefCandidates, room: Room): CoveringChoice[] {
  const worth = measureWorth(found);
  const choose = (candidates: readonly BriefCandidate[]) => {
    const choices = chooseCovering({ ...found, candidates }, room, worth);
    return { candidates, choices, value: measureSet(choices, worth) };
  };
  let best = choose(found.candidates);
  for (;;) {
    const { candidates, choices, value } = best;
    for (const { candidate } of findExchangeable(choices)) {
      const other = choose(candidates.filter((one) => one !== candidate));
      if (other.value > best.value) best = other;
    }
    if (best.value === value) return choices;
  }
}

function findExchangeable(choices: readonly CoveringChoice[]): readonly CoveringChoice[] {
  const isEnglish = choices[0]?.candidate.article.reading.lang === 'en';
  if (!isEnglish || choices.length > BRIEF_LIMITS.triedSentences) return [];
  return choices.slice(1).filter(({ candidate: { answer } }) => answer === 0);
}

/** Each pair of words counts once, in the sentence in which it counts most. */
function measureSet(choices: readonly CoveringChoice[], worth: Float64Array): number {
  const factors = new Map<number, number>();
  for (const { candidate } of choices) {
    const factor = measureFactor(candidate);
    for (const pair of candidate.pairs) {
      factors.set(pair, Math.max(factor, factors.get(pair) ?? 0));
    }
  }
  let sum = 0;
  for (const [pair, factor] of factors) sum += worth[pair]! * factor;
  return sum;
}
