import { findDateline } from '../../text/dateline/dateline.ts';
import { isCaptionLine } from './caption.ts';
import { countWords } from '../clean-text.ts';
import { isHeadlineLike } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import type { HeadOutline } from './find-head.ts';
import { readHead } from './read-head.ts';
import { keyOf, type TextLine } from './text-line.ts';

/**
 * The points of each sign that an article begins at a line. 3 make a boundary, 5 without a blank
 * line above.
 */
const POINTS = {
  copy: 3,
  marker: 3,
  /** The copy is directly below, which never happens in a body. */
  adjacentCopy: 2,
  repeatedCaption: 2,
  caption: 1,
  /** An author, a date or a section below the headline. */
  signature: 1,
  /** The body opens with its place ("DUBAI: …"). */
  place: 1,
  /** Two or more blank lines above. */
  wideGap: 1,
  /** A rule ("* * *") above. */
  rule: 2,
  /** Five words or more. Most sub-heads are shorter. */
  length: 1,
  /** A wider gap than any inside an article that had no shape either. */
  gapAlone: 2,
  /** One or two words. */
  tooShort: -1,
} as const;

/** Scores the evidence that an article begins at `at`. 0 if none can. */
export function scoreBoundary(
  lines: readonly TextLine[],
  at: number,
  above: { readonly isShaped: boolean; readonly largestGap: number },
): number {
  const line = lines[at];
  if (!line) return 0;
  const isHeadline = isHeadlineLike(line) && !isCaptionLine(line);
  if (line.gap === 0 && !appearsAgain(lines, at)) return 0;
  if (!isHeadline && !appearsAgain(lines, at)) return 0;

  const head = readHead(lines, at);
  const { outline, facts } = head;
  if (head.bodyStart >= lines.length || isEcho(lines, at, outline)) return 0;
  const words = countWords(line.text);
  const body = lines[head.bodyStart];
  const hasCopy = outline.copies.size > 0;
  // A line that ends like a sentence must have both signs that only heads have.
  if (!isHeadline && !(hasCopy && (outline.hasMarker || head.repeatsCaption))) return 0;
  const isAdjacent = outline.copies.has(at + outline.titleLines);
  const standsAlone = (lines[at + 1]?.gap ?? 0) > 0;

  let score = 0;
  if (hasCopy) score += POINTS.copy;
  if (hasCopy && isAdjacent) score += POINTS.adjacentCopy;
  if (outline.hasMarker) score += POINTS.marker;
  if (head.repeatsCaption) score += POINTS.repeatedCaption;
  else if (facts.captions.length > 0) score += POINTS.caption;
  if (head.isSigned) score += POINTS.signature;
  if (body && findDateline(body.text)?.place) score += POINTS.place;
  if (line.gap >= 2) score += POINTS.wideGap;
  if (/^[^\p{L}\p{N}]{3,}$/u.test(lines[at - 1]?.text ?? '')) score += POINTS.rule;
  if (words >= 5) score += POINTS.length;
  if (words < 3) score += POINTS.tooShort;
  const isWide = line.gap >= 2 && line.gap > above.largestGap;
  if (!above.isShaped && isWide && words >= 5 && standsAlone) score += POINTS.gapAlone;
  return score;
}

/** Whether the line and its copy are part of a text that was copied twice, not of a head. */
function isEcho(lines: readonly TextLine[], at: number, { copies }: HeadOutline): boolean {
  const above = lines[at - 1];
  if (!above) return false;
  return [...copies.keys()].some((copy) => {
    const other = lines[copy - 1];
    return copy - 1 > at && other !== undefined && keyOf(other) === keyOf(above);
  });
}

/**
 * Whether the line's words begin another line of the window. Cheap, and false for nearly all lines
 * of a body.
 */
function appearsAgain(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  const key = keyOf(line);
  for (
    let index = at + 1;
    index < Math.min(lines.length, at + ARTICLE_LIMITS.headLines);
    index += 1
  ) {
    const other = lines[index];
    if (other && keyOf(other).startsWith(key)) return true;
  }
  return false;
}
