import { JOINING } from './join-settings.ts';

/** The likeness of copies of one text, and the most that others have. */
export const COPIED = 1;
export const MOST_ALIKE = 0.99;

/**
 * How alike two articles are, by two cosines from 0 to 1: that of their whole texts, and the mean of those of the opening
 * of each with the whole text of the other. It is 0 if one of these is 0, and hardly ever above 1. What happened is told
 * at the beginning, while what follows is often about the subject, which reports on other events share. Long texts share
 * more by chance, so it falls with `terms`, the product of the numbers of their different terms.
 */
export function likenessOf(whole: number, opening: number, terms: number): number {
  if (terms === 0) return 0;
  const { usualTerms, lengthPower } = JOINING;
  return Math.sqrt(whole * opening) * (usualTerms ** 2 / terms) ** (lengthPower / 2);
}
