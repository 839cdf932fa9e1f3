import { backgroundFrequency } from '../../index/corpus/corpus.ts';
import { ENGLISH_DOCUMENT_COUNT } from '../../index/corpus/english-df.ts';
import type { StringTable } from '../../index/terms/string-table.ts';
import type { TermCounts } from './story-text.ts';
import { JOINING } from './join-settings.ts';

/** An article's heaviest terms, by id, the heaviest first, and their weights in its vector of length 1. */
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
export function buildStoryVector(counts: TermCounts, strings: StringTable): StoryVector {
  const weighed: { term: string; weight: number }[] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const rarity = Math.log((ENGLISH_DOCUMENT_COUNT + 1) / (backgroundFrequency(term) + 0.5));
    const weight = (count / (count + SATURATION)) * rarity;
    squares += weight * weight;
    weighed.push({ term, weight });
  }
  weighed.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const kept = weighed.slice(0, JOINING.vectorTerms);
  const scale = 1 / Math.sqrt(squares);
  return {
    terms: Uint32Array.from(kept, ({ term }) => strings.intern(term)),
    weights: Float32Array.from(kept, ({ weight }) => weight * scale),
  };
}
