import { findNeeds } from '../reading/needs/find-needs.ts';
import type { Reading } from '../reading/reading.ts';

/** The numbers of terms; "before" if the sentence says something only beside the one before it. */
type NeededTerms = Needed | 'before';

interface Needed {
  readonly terms: readonly number[];
  /** Needs any sentence before it. */
  readonly isDefinite: boolean;
}

/**
 * Returns a test of whether sentences make sense beside those that are chosen: "Davis was charged"
 * needs a sentence with her whole name, and "The torch had arrived" one with a torch, if any told of
 * it before. Needs are looked up for the few sentences that are about to be chosen, each once.
 */
export function createUnderstanding(
  reading: Reading,
): (chosen: readonly number[], first: number, last: number) => boolean {
  const found: (NeededTerms | undefined)[] = [];
  return (chosen, first, last) => {
    // An article's first sentence needs nothing: its first readers knew no more.
    for (let i = Math.max(1, first); i <= last; i++) {
      const needs = (found[i] ??= findNeededTerms(reading, i));
      if (needs === 'before') {
        if (i === first && !chosen.includes(i - 1)) return false;
      } else if (!areSaid(reading, needs.terms, chosen, first, i)) return false;
      else if (needs.isDefinite && i === first && !chosen.some((j) => j < i)) return false;
    }
    return true;
  };
}

function findNeededTerms(reading: Reading, i: number): NeededTerms {
  const needs = findNeeds(reading, reading.sentences[i]!);
  if (!needs) return 'before';
  const { terms } = reading.printed.text;
  const nouns = [...needs.nouns, ...(needs.within ?? [])].map((at) => terms[at]!);
  const names = needs.names.map((at) => terms[at]!);
  return {
    terms: [...nouns.filter((term) => isIn(reading, term, 0, i)), ...names],
    isDefinite: needs.isDefinite === true,
  };
}

/** Whether the chosen sentences before a sentence, or those from `first` up to it, have all of some terms. */
function areSaid(
  reading: Reading,
  terms: readonly number[],
  chosen: readonly number[],
  first: number,
  before: number,
): boolean {
  return terms.every(
    (term) =>
      isIn(reading, term, first, before) ||
      chosen.some((i) => i < before && isIn(reading, term, i, i + 1)),
  );
}

/** Whether any of the sentences from `first` up to `end` has a term. */
function isIn(
  { terms: { ids, starts } }: Reading,
  term: number,
  first: number,
  end: number,
): boolean {
  for (let at = starts[first]!; at < starts[end]!; at++) if (ids[at] === term) return true;
  return false;
}
