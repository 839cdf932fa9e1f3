import { JOINING } from './join-settings.ts';

/** What is compared of two articles. The cosines are from 0 to 1. */
export interface Compared {
  /** That of their whole texts. */
  readonly whole: number;
  /** That of the opening of each with the whole text of the other. */
  readonly openings: readonly [number, number];
  /** How many different terms each of them has. */
  readonly lengths: readonly [number, number];
}

/**
 * How alike two articles are, which is 0 or more and nearly always below 1: the geometric mean of the cosine of the
 * whole texts and that of the openings, since the event is told at the beginning, and what follows is often about
 * its subject. Long texts share more terms by chance, so it is less for them.
 */
export function likenessOf({ whole, openings, lengths }: Compared): number {
  const opening = (openings[0] + openings[1]) / 2;
  const length = Math.sqrt(lengths[0] * lengths[1]);
  if (length === 0) return 0;
  return Math.sqrt(whole * opening) * (JOINING.usualTerms / length) ** JOINING.lengthPower;
}
