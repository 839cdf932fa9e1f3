import type { TermCounts } from './story-text.ts';
import { JOINING } from './join-settings.ts';
import type { TermTable } from './term-table.ts';

/** An article's heaviest terms, by id, the heaviest first, and their weights in its vector of length 1. Those of names are negative. */
export interface StoryVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Dampens repeats: ten occurrences of a term weigh less than twice one occurrence (as in BM25). */
const SATURATION = 1.2;

/**
 * Weighs terms by tf / (tf + 1.2) · ln((N + 1) / (df + ½)). Document frequencies are those of a fixed
 * background, so that an article's vector never changes and old cosines stay comparable to new ones. Terms
 * of equal weight are in the order of their text.
 */
export function buildStoryVector(
  counts: TermCounts,
  table: TermTable,
  names: ReadonlySet<string> = NO_NAMES,
): StoryVector {
  const texts = [...counts.keys()];
  const ids = new Uint32Array(texts.length);
  const weights = new Float64Array(texts.length);
  let squares = 0;
  let at = 0;
  for (const [term, count] of counts) {
    const id = table.idOf(term);
    const weight = (count / (count + SATURATION)) * table.rarity(id);
    squares += weight * weight;
    ids[at] = id;
    weights[at] = weight;
    at += 1;
  }
  const order = new Uint32Array(texts.length).map((_, i) => i);
  order.sort((a, b) => weights[b]! - weights[a]! || (texts[a]! < texts[b]! ? -1 : 1));
  const kept = order.subarray(0, JOINING.vectorTerms);
  const scale = 1 / Math.sqrt(squares);
  return {
    terms: kept.map((i) => ids[i]!),
    weights: Float32Array.from(kept, (i) =>
      names.has(texts[i]!) ? -weights[i]! * scale : weights[i]! * scale,
    ),
  };
}
