/** What a term may be in an article, as bits: a name or figure of the text, a word of the opening. */
export const TERM_MARKS = { name: 1, opening: 2 } as const;

/** In the low bits of a term's entry in a vector: how often it occurs, then its marks. */
const COUNT_BITS = 6;
const MARK_BITS = 2;
const MARK_MASK = 2 ** MARK_BITS - 1;

/** The id of the term is in the bits from this. */
const TERM_SHIFT = COUNT_BITS + MARK_BITS;

/** Ids of terms are below this. */
export const TERM_LIMIT = 2 ** (32 - TERM_SHIFT);

/** More occurrences count as so many; they would weigh less than a fiftieth more. */
export const MOST_COUNTED = 2 ** COUNT_BITS - 1;

/** Dampens repeats: ten occurrences of a term weigh less than twice one occurrence (as in BM25). */
const SATURATION = 1.2;

const WEIGHT_OF_COUNT = Float64Array.from(
  { length: MOST_COUNTED + 1 },
  (_, count) => count / (count + SATURATION),
);

/** An article's term, given by its id, as one number, so that a vector takes no more memory: how heavy it is follows from it. */
export function entryOf(term: number, count: number, marks: number): number {
  return ((term << TERM_SHIFT) | (marks << COUNT_BITS) | count) >>> 0;
}

export function termOf(entry: number): number {
  return entry >>> TERM_SHIFT;
}

export function marksOf(entry: number): number {
  return (entry >>> COUNT_BITS) & MARK_MASK;
}

/** tf / (tf + 1.2), which is the term's weight if it is not rare. */
export function countWeight(entry: number): number {
  return WEIGHT_OF_COUNT[entry & MOST_COUNTED]!;
}
