import { normalize, type TermVector } from '../text/term-vector.ts';

/**
 * Selects the heaviest terms of a vector and scales them to length 1. Ties go to the first term in
 * code-unit order.
 */
export function selectTopTerms(vector: TermVector, count: number): TermVector {
  if (vector.size <= count) return vector;
  const weights = Float64Array.from(vector.values()).toSorted();
  const least = weights[weights.length - count]!;
  const heavier = new Map<string, number>();
  const equal: string[] = [];
  for (const [term, weight] of vector) {
    if (weight > least) heavier.set(term, weight);
    else if (weight === least) equal.push(term);
  }
  for (const term of equal.toSorted().slice(0, count - heavier.size)) heavier.set(term, least);
  return normalize(heavier);
}
