/** In the low bits of a term's entry in a vector: how often it occurs, then whether it is a name, and whether it is in the opening. */
const COUNT_BITS = 6;
const NAME_BIT = 1 << COUNT_BITS;
const OPENING_BIT = NAME_BIT << 1;

/** The id of the term is in the bits from this. */
const TERM_SHIFT = COUNT_BITS + 2;

/** Ids of terms are below this. */
export const TERM_LIMIT = 2 ** (32 - TERM_SHIFT);

/** More occurrences count as so many; they would weigh less than a fiftieth more. */
export const MOST_COUNTED = NAME_BIT - 1;

/** Dampens repeats: ten occurrences of a term weigh less than twice one occurrence (as in BM25). */
const SATURATION = 1.2;

const WEIGHT_OF_COUNT = Float64Array.from(
  { length: MOST_COUNTED + 1 },
  (_, count) => count / (count + SATURATION),
);

/** An article's term, given by its id, as one number, so that a vector takes no more memory: how heavy it is follows from it. */
export function entryOf(term: number, count: number, isName: boolean, isOpening: boolean): number {
  const marks = (isName ? NAME_BIT : 0) | (isOpening ? OPENING_BIT : 0);
  return ((term << TERM_SHIFT) | marks | count) >>> 0;
}

export function termOf(entry: number): number {
  return entry >>> TERM_SHIFT;
}

export function isNameEntry(entry: number): boolean {
  return (entry & NAME_BIT) !== 0;
}

export function isOpeningEntry(entry: number): boolean {
  return (entry & OPENING_BIT) !== 0;
}

/** tf / (tf + 1.2), which is the term's weight if it is not rare. */
export function countWeight(entry: number): number {
  return WEIGHT_OF_COUNT[entry & MOST_COUNTED]!;
}
