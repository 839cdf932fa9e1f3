import { measureAgreement } from './measure-agreement.ts';
import { AGREEMENT_TUNING, scoreAgreement } from './score-agreement.ts';
import type { Claim } from './read-claim.ts';

/** A sentence that may confirm a claim. */
export interface OtherSentence {
  readonly claim: Claim;
  /** UTF-16 offsets in its article's text. */
  readonly start: number;
  readonly end: number;
}

/** What an article says of a claim. `unclear`: a part of it, or something like it. */
export type Confirmation<T> =
  | { readonly kind: 'says-the-same'; readonly sentence: T }
  | { readonly kind: 'unclear' | 'nothing' };

/** Finds the sentence of an article that says most surely the same as a claim. */
export function findConfirming<T extends OtherSentence>(
  claim: Claim,
  sentences: readonly T[],
): Confirmation<T> {
  let best: T | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let isSaid = false;
  for (const sentence of sentences) {
    const agreement = measureAgreement(claim, sentence.claim);
    const score = scoreAgreement(agreement);
    if (score <= bestScore) continue;
    best = sentence;
    bestScore = score;
    isSaid = score >= AGREEMENT_TUNING.says && !agreement.contradicts;
  }
  if (best && isSaid) return { kind: 'says-the-same', sentence: best };
  const isMentioned = bestScore >= AGREEMENT_TUNING.mentions || hasCountOf(claim, sentences);
  return { kind: isMentioned ? 'unclear' : 'nothing' };
}

/** Whether a sentence has a number of the claim of at least two digits that is no year: probably it counts the same. */
function hasCountOf(claim: Claim, sentences: readonly OtherSentence[]): boolean {
  return [...claim.terms].some(
    ([term, { kind }]) =>
      kind === 'number' &&
      /\p{Nd}.*\p{Nd}/u.test(term) &&
      !/^(?:19|20)\d\d$/u.test(term) &&
      sentences.some((sentence) => sentence.claim.terms.has(term)),
  );
}
