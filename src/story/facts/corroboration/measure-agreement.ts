import type { Claim, ClaimTerm } from './read-claim.ts';

/** How much of a claim another sentence has. Shares are 0 to 1. */
export interface Agreement {
  /** The share of the claim's words that are neither names nor numbers, by rarity. */
  readonly words: number;
  /** The share of the other sentence's terms that the claim has, by rarity. */
  readonly reverse: number;
  /** The share of the claim's pairs of terms. */
  readonly pairs: number;
  /** Only one of the two is negated. */
  readonly contradicts: boolean;
}

/** Measures how far another sentence agrees with a claim. Names say little: all reports of a story have them. */
export function measureAgreement(claim: Claim, other: Claim): Agreement {
  const words = [...claim.terms].filter(([, { kind }]) => kind === 'word');
  let pairCount = 0;
  for (const pair of claim.pairs) if (other.pairs.has(pair)) pairCount += 1;
  return {
    words: shareOf(words, other.terms),
    reverse: shareOf([...other.terms], claim.terms),
    pairs: pairCount / Math.max(1, claim.pairs.size),
    contradicts: claim.isNegated !== other.isNegated,
  };
}

/** A rare term must not outweigh all others. */
const MOST_RARITY = 7;

/** The share of some terms that others have, by rarity; 0 if there are none. */
function shareOf(
  terms: readonly (readonly [string, ClaimTerm])[],
  others: ReadonlyMap<string, ClaimTerm>,
): number {
  let [sum, shared] = [0, 0];
  for (const [term, { rarity }] of terms) {
    const weight = Math.min(rarity, MOST_RARITY);
    sum += weight;
    if (others.has(term)) shared += weight;
  }
  return sum === 0 ? 0 : shared / sum;
}
