import { heaviestFirst } from './heaviest-first.ts';
import { JOINING } from './join-settings.ts';
import type { TermCounts } from './terms/term-counter.ts';
import { countWeight, entryOf, MOST_COUNTED, TERM_MARKS, termOf } from './terms/term-entry.ts';
import type { TermTable } from './terms/term-table.ts';

/** An article's heaviest terms. */
export interface StoryVector {
  /** As `entryOf` makes them: first the heads, the heaviest first, then the others. */
  readonly entries: Uint32Array;
  /** What their weights are multiplied by, so that a vector of all terms would have the length 1. */
  readonly scale: number;
  /** The length of the vector of names and figures alone. */
  readonly nameLength: number;
  /** That of the vector of the opening. */
  readonly openingLength: number;
}

/**
 * Weighs terms by tf / (tf + 1.2) · ln((N + 1) / (df + ½)). Document frequencies are those of a fixed
 * background, so that an article's vector never changes and old cosines stay comparable to new ones. Terms
 * of equal weight are in the order of their text.
 */
export function buildStoryVector(
  { vocabulary, terms, counts, marks }: TermCounts,
  table: TermTable,
): StoryVector {
  const weights = new Float64Array(terms.length);
  let squares = 0;
  for (let i = 0; i < terms.length; i++) {
    const weight = countWeight(Math.min(counts[i]!, MOST_COUNTED)) * vocabulary.rarityOf(terms[i]!);
    squares += weight * weight;
    weights[i] = weight;
  }
  const byText = (a: number, b: number): number => vocabulary.compareTexts(terms[a]!, terms[b]!);
  const order = heaviestFirst(weights, JOINING.vectorTerms, byText, JOINING.headTerms);
  const entries = table.idsOf(vocabulary, terms, order);
  const scale = 1 / Math.sqrt(squares);
  let [nameSquares, openingSquares] = [0, 0];
  for (let rank = 0; rank < order.length; rank++) {
    const i = order[rank]!;
    entries[rank] = entryOf(entries[rank]!, Math.min(counts[i]!, MOST_COUNTED), marks[i]!);
    const square = Math.fround(weights[i]! * scale) ** 2;
    if ((marks[i]! & TERM_MARKS.name) !== 0) nameSquares += square;
    if ((marks[i]! & TERM_MARKS.opening) !== 0) openingSquares += square;
  }
  return {
    entries,
    scale,
    nameLength: Math.sqrt(nameSquares),
    openingLength: Math.sqrt(openingSquares),
  };
}

/** The weight of a term in a vector, by the scale of that. */
export function weightOfEntry(entry: number, scale: number, table: TermTable): number {
  return Math.fround(countWeight(entry) * table.rarity(termOf(entry)) * scale);
}
