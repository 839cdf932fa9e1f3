import type { TermCounts } from './story-text.ts';
import { JOINING } from './join-settings.ts';
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
  const isBefore = (a: number, b: number): boolean =>
    vocabulary.textOf(terms[a]!) < vocabulary.textOf(terms[b]!);
  const order = orderByWeight(weights, isBefore).subarray(0, JOINING.vectorTerms);
  const scale = 1 / Math.sqrt(squares);
  return {
    terms: table.idsOf(
      vocabulary,
      order.map((i) => terms[i]!),
    ),
    weights: Float32Array.from(order, (i) => (names[i] === 1 ? -weights[i]! : weights[i]!) * scale),
  };
}

/** Weights are less than 2 to the power of this: the rarity of a term that the background doesn't have is about 12. */
const MOST_WEIGHT_BITS = 5;

/**
 * The positions of weights, the heaviest first, those of equal weight by `isBefore`. They are sorted as numbers, with
 * their positions in the low bits, because a comparator would take most of the time of reading an article.
 */
function orderByWeight(
  weights: Float64Array,
  isBefore: (a: number, b: number) => boolean,
): Uint32Array {
  const positions = 2 ** (32 - Math.clz32(weights.length));
  const steps = 2 ** 53 / 2 ** MOST_WEIGHT_BITS / positions;
  const keys = weights.map((weight, i) => Math.floor(weight * steps) * positions + i).sort();
  const order = Uint32Array.from(keys, (key) => key % positions).reverse();
  const compare = (a: number, b: number): number =>
    weights[b]! - weights[a]! || (isBefore(a, b) ? -1 : 1);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    const step = Math.floor(weights[order[from]!]! * steps);
    while (to < order.length && Math.floor(weights[order[to]!]! * steps) === step) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}
