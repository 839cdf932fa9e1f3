import { BRIEF_LIMITS } from './brief.ts';
import type { BriefCandidate } from './brief-candidates.ts';

/**
 * Whether a sentence says again what one sentence before says, in other words: too many of its terms
 * are there. In the first sentences of a brief, which are all that a list shows, a term counts as
 * often as voices have it, so that two openings on one event are told apart from its consequence.
 * `voices` is by number of a term.
 */
export function repeatsChosen(
  { says }: BriefCandidate,
  chosen: readonly BriefCandidate[],
  voices: readonly number[],
): boolean {
  const terms = new Set(says.filter((word) => word > 0));
  const isEarly = chosen.length < BRIEF_LIMITS.firstSentences;
  return chosen.some((other) => {
    const plain = measureSaid(terms, other.says, () => 1);
    if (plain >= BRIEF_LIMITS.maxSaid) return true;
    const weigh = (term: number): number => voices[term]!;
    return isEarly && measureSaid(terms, other.says, weigh) >= BRIEF_LIMITS.maxSaidAtFirst;
  });
}

/** The share of terms that another sentence has, 0 to 1. */
function measureSaid(
  terms: ReadonlySet<number>,
  says: Int32Array,
  weigh: (term: number) => number,
): number {
  let [said, all] = [0, 0];
  for (const term of terms) {
    const weight = weigh(term);
    all += weight;
    if (says.includes(term)) said += weight;
  }
  return said / all;
}
