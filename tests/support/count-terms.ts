import type { TermCounts } from '../../src/story/join/term-counter.ts';
import { Vocabulary } from '../../src/story/join/vocabulary.ts';

const vocabulary = new Vocabulary();

/** The counts of a text that has these terms so often, and some of them as names or in its opening. */
export function countTerms(
  counted: readonly (readonly [term: string, count: number])[],
  names: readonly string[] = [],
  opening: readonly string[] = [],
): TermCounts {
  const counts = new Map(counted);
  return {
    vocabulary,
    terms: Uint32Array.from(counts.keys(), (term) => vocabulary.numberOf(term)),
    counts: Uint32Array.from(counts.values()),
    names: Uint8Array.from(counts.keys(), (term) => Number(names.includes(term))),
    openings: Uint8Array.from(counts.keys(), (term) => Number(opening.includes(term))),
  };
}
