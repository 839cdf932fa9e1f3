import type { TermCounts } from '../../src/story/join/terms/term-counter.ts';
import { TERM_MARKS } from '../../src/story/join/terms/term-entry.ts';
import { Vocabulary } from '../../src/story/join/terms/vocabulary.ts';

const vocabulary = new Vocabulary();

/** The counts of a text that has these terms so often, some of them as names, and all in its opening unless it is given. */
export function countTerms(
  counted: readonly (readonly [term: string, count: number])[],
  names: readonly string[] = [],
  opening: readonly string[] = counted.map(([term]) => term),
): TermCounts {
  const counts = new Map(counted);
  return {
    vocabulary,
    terms: Uint32Array.from(counts.keys(), (term) => vocabulary.numberOf(term)),
    counts: Uint32Array.from(counts.values()),
    marks: Uint8Array.from(
      counts.keys(),
      (term) =>
        (names.includes(term) ? TERM_MARKS.name : 0) |
        (opening.includes(term) ? TERM_MARKS.opening : 0),
    ),
  };
}
