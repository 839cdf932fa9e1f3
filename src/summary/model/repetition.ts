import type { WeightedReading } from '../weigh-reading.ts';
import { Marks } from './marks.ts';

/** A sentence whose cosine to a chosen one is greater says nearly the same, and is not chosen. */
export const MAX_LIKENESS = 0.6;

// A search is never interrupted, so all can share this table.
const marks = new Marks();

/** Whether a sentence says nearly the same as one of a set. */
export function isRepetition(
  { terms: { ids, starts }, idf, norms }: WeightedReading,
  chosen: readonly number[],
  sentence: number,
): boolean {
  if (chosen.length === 0) return false;
  marks.reset(idf.length);
  for (let at = starts[sentence]!; at < starts[sentence + 1]!; at++) marks.add(ids[at]!);
  for (let k = 0; k < chosen.length; k++) {
    const other = chosen[k]!;
    let dot = 0;
    for (let at = starts[other]!; at < starts[other + 1]!; at++) {
      const term = ids[at]!;
      if (marks.has(term)) dot += idf[term]! * idf[term]!;
    }
    if (dot > MAX_LIKENESS * norms[sentence]! * norms[other]!) return true;
  }
  return false;
}
