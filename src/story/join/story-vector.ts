import { heaviestFirst } from './heaviest-first.ts';
import { JOINING } from './join-settings.ts';
import type { TermCounts } from './term-counter.ts';
import type { TermTable } from './term-table.ts';

/** An article's heaviest terms, by id, the heaviest first, and their weights in its vector of length 1. Those of names are negative. */
export interface StoryVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

/** Dampens repeats: ten occurrences of a term weigh less than twice one occurrence (as in BM25). */
const SATURATION = 1.2;

/**
 * Weighs terms by tf / (tf + 1.2) · ln((N + 1) / (df + ½)). Document frequencies are those of a fixed
 * background, so that an article's vector never changes and old cosines stay comparable to new ones. Terms
 * of equal weight are in the order of their text.
 */
export function buildStoryVector(
  { vocabulary, terms, counts, names }: TermCounts,
  table: TermTable,
): StoryVector {
  const weights = new Float64Array(terms.length);
  let squares = 0;
  for (let i = 0; i < terms.length; i++) {
    const count = counts[i]!;
    const weight = (count / (count + SATURATION)) * vocabulary.rarityOf(terms[i]!);
    squares += weight * weight;
    weights[i] = weight;
  }
  const byText = (a: number, b: number): number =>
    vocabulary.textOf(terms[a]!) < vocabulary.textOf(terms[b]!) ? -1 : 1;
  const order = heaviestFirst(weights, JOINING.vectorTerms, byText);
  const scale = 1 / Math.sqrt(squares);
  return {
    terms: table.idsOf(
      vocabulary,
      order.map((i) => terms[i]!),
    ),
    weights: Float32Array.from(order, (i) => (names[i] === 1 ? -weights[i]! : weights[i]!) * scale),
  };
}
