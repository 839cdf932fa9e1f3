import type { WeightedReading } from '../weigh-reading.ts';
import { Marks } from './marks.ts';

/** A sentence whose cosine to a chosen one is greater says nearly the same, and is not chosen. */
export const MAX_LIKENESS = 0.6;

/**
 * A sentence that is a little less alike says nearly the same too if it has enough neighbouring words in common with
 * the other, as share of the shorter one's: a caption or stand-first and the lead that it is written from.
 */
const ALIKE_IN_PAIRS = { likeness: 0.5, share: 0.25, pairs: 4 } as const;

// A search is never interrupted, so all can share these tables.
const marks = new Marks();
const pairMarks = new Marks();

/** Whether a sentence says nearly the same as one of a set. */
export function isRepetition(
  reading: WeightedReading,
  chosen: readonly number[],
  sentence: number,
): boolean {
  const {
    terms: { ids, starts },
    idf,
    norms,
  } = reading;
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
    const likeness = dot / (norms[sentence]! * norms[other]!);
    if (likeness > MAX_LIKENESS) return true;
    if (likeness > ALIKE_IN_PAIRS.likeness && haveSamePairs(reading, sentence, other)) return true;
  }
  return false;
}

function haveSamePairs({ pairs }: WeightedReading, a: number, b: number): boolean {
  const { ids, starts } = pairs;
  pairMarks.reset(pairs.counts.length);
  let ofA = 0;
  for (let at = starts[a]!; at < starts[a + 1]!; at++) {
    if (pairMarks.has(ids[at]!)) continue;
    pairMarks.add(ids[at]!);
    ofA += 1;
  }
  let shared = 0;
  const ofB = new Set(ids.slice(starts[b], starts[b + 1]));
  for (const pair of ofB) if (pairMarks.has(pair)) shared += 1;
  const { share, pairs: least } = ALIKE_IN_PAIRS;
  return shared >= least && shared >= share * Math.min(ofA, ofB.size);
}
