import type { WeightedReading } from '../weigh-reading.ts';

/** A sentence whose cosine to a chosen one is greater says nearly the same, and is not chosen. */
export const MAX_LIKENESS = 0.6;

/** The cosine of two sentences, each term counted once with its idf; 0 if either has no term. */
export function measureLikeness(
  { terms: { ids, starts }, idf, norms }: WeightedReading,
  a: number,
  b: number,
): number {
  if (norms[a] === 0 || norms[b] === 0) return 0;
  let dot = 0;
  for (let i = starts[a]!; i < starts[a + 1]!; i++) {
    for (let j = starts[b]!; j < starts[b + 1]!; j++) {
      if (ids[i] === ids[j]) dot += idf[ids[i]!]! ** 2;
    }
  }
  return dot / (norms[a]! * norms[b]!);
}
