import { normalize, type TermVector } from '../text/term-vector.ts';

/** The heaviest terms of a vector, at length 1; of equally heavy ones, the first in code-unit order. */
export function selectTopTerms(vector: TermVector, count: number): TermVector {
  if (vector.size <= count) return vector;
  const heaviest = [...vector]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, count);
  return normalize(new Map(heaviest));
}
