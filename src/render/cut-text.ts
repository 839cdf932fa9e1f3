/** Returns the length that a text has once escaped, which is never less than its own. */
export type SizeOf = (text: string) => number;

const MARK = '…';
/** A cut at a sentence or word must keep this share of what a finer cut would keep. */
const MIN_KEPT_SHARE = 0.6;
/** Longest run after the limit that is examined for the end of a word or grapheme. */
const LOOKAHEAD = 64;

/**
 * Cuts a text to at most `maxSize` and ends it with "…" if something was removed. It is cut after a
 * sentence if that keeps enough, else after a word, else between graphemes, else (if one grapheme
 * exceeds the limit) between code points.
 */
export function cutText(
  text: string,
  maxSize: number,
  sizeOf: SizeOf = (part) => part.length,
): string {
  if (text.length <= maxSize && sizeOf(text) <= maxSize) return text;
  if (maxSize < MARK.length) return '';
  const head = text.slice(0, maxSize + LOOKAHEAD);
  const fitsWith = (mark: string) => (end: number) =>
    sizeOf(head.slice(0, end).trimEnd() + mark) <= maxSize;
  const graphemes = findLast(listBoundaries(head, 'grapheme'), fitsWith(MARK));
  const end = graphemes || findLast(listCodePointEnds(head), fitsWith(MARK));
  if (end === 0) return MARK;
  const sentence = findLast(listBoundaries(head, 'sentence'), fitsWith(` ${MARK}`));
  if (sentence >= end * MIN_KEPT_SHARE) return `${head.slice(0, sentence).trimEnd()} ${MARK}`;
  const word = findLast(listWordEnds(head), fitsWith(MARK));
  return head.slice(0, word >= end * MIN_KEPT_SHARE ? word : end).trimEnd() + MARK;
}

/**
 * Returns the last of the ascending offsets for which `holds` is true, or 0. A longer text never
 * fits better.
 */
function findLast(offsets: readonly number[], holds: (offset: number) => boolean): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(offsets[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? 0;
}

/** The ends of all segments except the last, which may continue beyond the examined head. */
function listBoundaries(text: string, granularity: 'grapheme' | 'sentence'): number[] {
  const segments = new Intl.Segmenter('en', { granularity }).segment(text);
  return [...segments].map(({ index }) => index).slice(1);
}

function listWordEnds(text: string): number[] {
  return [...text.matchAll(/\S(?=\s)/gu)].map(({ index, 0: last }) => index + last.length);
}

function listCodePointEnds(text: string): number[] {
  let end = 0;
  return Array.from(text, (codePoint) => (end += codePoint.length));
}
