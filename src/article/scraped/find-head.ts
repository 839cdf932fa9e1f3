import { isCaptionLine } from './caption.ts';
import { findCopies } from './find-copies.ts';
import { isHeadMarker } from './find-boilerplate.ts';
import { isHeadlineLike } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { labelOf } from './line-label.ts';
import { countLoose, createReach, isLoose, type Reach } from './reach.ts';
import { keyOf, type TextLine } from './text-line.ts';

/** The positions of a headline's copies and labels, found before the head is read line by line. */
export interface HeadOutline {
  /** Number of lines of the headline. */
  readonly titleLines: number;
  /** Index of each further copy of the headline, and its number of lines. */
  readonly copies: ReadonlyMap<number, number>;
  /** First index after the last copy and label. Captions are expected before it. */
  readonly end: number;
  readonly hasMarker: boolean;
}

/** A possible headline at `from`, whose last copy ends at `end`. The search stops at `limit`. */
interface SearchRange {
  readonly from: number;
  readonly end: number;
  readonly limit: number;
  readonly hasCopies: boolean;
}

/**
 * Looks ahead of a possible headline at `from` for copies of it and for labels that only heads
 * have.
 */
export function findHead(lines: readonly TextLine[], from: number): HeadOutline {
  const limit = Math.min(lines.length, from + ARTICLE_LIMITS.headLines);
  const reach = createReach(lines, from, limit);
  const { titleLines, copies } = findCopies(lines, from, limit, reach);
  let end = from + titleLines;
  for (const [index, count] of copies) end = Math.max(end, index + count);
  const range = { from, end, limit, hasCopies: copies.size > 0 };
  const marker = findMarker(lines, range, reach);
  const dateLine = marker ?? findDateLine(lines, range, reach);
  return {
    titleLines,
    copies,
    end: Math.max(end, (dateLine ?? -1) + 1),
    hasMarker:
      marker !== undefined || lines.slice(from, end).some((line) => isHeadMarker(line.text)),
  };
}

/**
 * Index of a text-size or short-link label that belongs to this headline and not to a later one.
 */
function findMarker(
  lines: readonly TextLine[],
  range: SearchRange,
  reach: Reach,
): number | undefined {
  const { end, limit, hasCopies } = range;
  let loose = 0;
  for (let at = end; at < limit; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isHeadMarker(line.text)) {
      return belongsToAnother(lines, at, range) ? undefined : at;
    }
    // Below the last copy of the headline, a line that isn't recognizably a caption belongs to the
    // body.
    if (hasCopies && !labelOf(line) && !isCaptionLine(line)) return undefined;
    // A line like this below a paragraph is the headline that the label belongs to.
    const standsOut = line.gap > 0 || reach.holdsTwice(line);
    if (loose > 0 && standsOut && isHeadlineLike(line)) return undefined;
    if (isLoose(line, reach)) loose += 1;
    if (loose > ARTICLE_LIMITS.maxLooseCaptions) return undefined;
  }
  return undefined;
}

/**
 * Whether a line between a possible headline and a label is the label's actual headline: it appears
 * once above the label and again below it, or has the wider gap above. The last line of a truncated
 * article looks like a headline, too.
 */
function belongsToAnother(
  lines: readonly TextLine[],
  at: number,
  { from, end, limit, hasCopies }: SearchRange,
): boolean {
  if (hasCopies) return false;
  const gap = from === 0 ? Infinity : (lines[from]?.gap ?? 0);
  const between = lines.slice(end, at);
  return between.some((line) => {
    if (line.gap < Math.max(1, gap) || !isHeadlineLike(line) || isCaptionLine(line)) {
      return false;
    }
    if (line.gap > Math.max(1, gap)) return true;
    const key = keyOf(line);
    const isAlone = between.every((other) => other === line || keyOf(other) !== key);
    return isAlone && lines.slice(at, limit).some((other) => keyOf(other) === key);
  });
}

/** Index of a date line after at most one paragraph (a caption or standfirst without credit). */
function findDateLine(
  lines: readonly TextLine[],
  range: SearchRange,
  reach: Reach,
): number | undefined {
  const { end } = range;
  for (let at = end + 1; at < Math.min(lines.length - 1, end + 3); at += 1) {
    const line = lines[at];
    const label = line && labelOf(line);
    if (label?.kind === 'byline' && (label.byline.published ?? label.byline.updated)) {
      if (belongsToAnother(lines, at, range) || holdsHeadline(lines, end, at)) return undefined;
      return countLoose(lines, end, at, reach) <= 1 ? at : undefined;
    }
  }
  return undefined;
}

/** Whether there is a line with a copy further below, not directly below as a caption's copy is. */
function holdsHeadline(lines: readonly TextLine[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    if (!line || line.gap === 0 || !isHeadlineLike(line) || isCaptionLine(line)) continue;
    const below = lines.slice(to, to + ARTICLE_LIMITS.headLines);
    const isDoubled = [lines[at - 1], lines[at + 1]].some(
      (other) => other !== undefined && keyOf(other) === keyOf(line),
    );
    if (!isDoubled && below.some((other) => keyOf(other) === keyOf(line))) return true;
  }
  return false;
}
