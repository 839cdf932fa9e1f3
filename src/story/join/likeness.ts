import { JOINING } from './join-settings.ts';

/**
 * How alike two articles are, from 0 to 1: the weighted geometric mean of two cosines, that of their whole texts, and the
 * mean of those of the opening of each with the whole text of the other. What happened is told at the beginning, while what
 * follows is often about the subject, which reports on other events share. Long texts share more by chance, so it falls with
 * `terms`, the product of the numbers of their different terms. Copies are as alike as their whole texts, and nothing else
 * comes near them, however short.
 */
export function likenessOf(whole: number, opening: number, terms: number): number {
  const { openingShare, usualTerms, lengthPower, copiedCosine, mostUncopied } = JOINING;
  if (whole >= copiedCosine) return whole;
  if (terms === 0) return 0;
  const alike = whole ** (1 - openingShare) * opening ** openingShare;
  return Math.min(mostUncopied, alike * (usualTerms ** 2 / terms) ** (lengthPower / 2));
}
