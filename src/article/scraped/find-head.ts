import { isCaptionLike } from './caption.ts';
import { findCopies } from './find-copies.ts';
import { isHeadMarker } from './find-boilerplate.ts';
import { isHeadlineLike } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { labelOf } from './line-label.ts';
import { countLoose, createReach, isLoose, type Reach } from './reach.ts';
import { keyOf, type TextLine } from './text-line.ts';

/** Where a headline's copies and labels stand, before its lines are read one by one. */
export interface HeadOutline {
  /** Lines that the headline takes. */
  readonly titleLines: number;
  /** Index of each further copy of the headline, and how many lines it takes. */
  readonly copies: ReadonlyMap<number, number>;
  /** First index after the last copy and label: captions are expected before it. */
  readonly end: number;
  readonly hasMarker: boolean;
}

/** A possible headline at `from`, whose last copy ends at `end`, and where looking ahead ends. */
interface Place {
  readonly from: number;
  readonly end: number;
  readonly limit: number;
  readonly hasCopies: boolean;
}

/** Looks ahead of a possible headline at `from` for its copies and for labels that only heads have. */
export function findHead(lines: readonly TextLine[], from: number): HeadOutline {
  const limit = Math.min(lines.length, from + ARTICLE_LIMITS.headLines);
  const reach = createReach(lines, from, limit);
  const { titleLines, copies } = findCopies(lines, from, limit, reach);
  let end = from + titleLines;
  for (const [index, count] of copies) end = Math.max(end, index + count);
  const place = { from, end, limit, hasCopies: copies.size > 0 };
  const marker = findMarker(lines, place, reach);
  const dateLine = marker ?? findDateLine(lines, place, reach);
  return {
    titleLines,
    copies,
    end: Math.max(end, (dateLine ?? -1) + 1),
    hasMarker:
      marker !== undefined || lines.slice(from, end).some((line) => isHeadMarker(line.text)),
  };
}

/** Index of a text-size or short-link label that belongs to this headline and to no later one. */
function findMarker(lines: readonly TextLine[], place: Place, reach: Reach): number | undefined {
  const { end, limit, hasCopies } = place;
  let loose = 0;
  for (let at = end; at < limit; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isHeadMarker(line.text)) {
      return isAnothers(lines, at, place) ? undefined : at;
    }
    // Below the last copy of the headline a line that is no caption by itself is body already.
    if (hasCopies && !labelOf(line) && !isCaptionLike(line.text)) return undefined;
    // Below a paragraph this is the headline that the label belongs to.
    const standsOut = line.gap > 0 || reach.holdsTwice(line);
    if (loose > 0 && standsOut && isHeadlineLike(line)) return undefined;
    if (isLoose(line, reach)) loose += 1;
    if (loose > ARTICLE_LIMITS.maxLooseCaptions) return undefined;
  }
  return undefined;
}

/**
 * Whether a line between a possible headline and a label is the headline that the label belongs to:
 * it stands once above the label and again below, or has the wider gap above. Where an article is cut
 * off, its last line looks like a headline too.
 */
function isAnothers(
  lines: readonly TextLine[],
  at: number,
  { from, end, limit, hasCopies }: Place,
): boolean {
  if (hasCopies) return false;
  const gap = from === 0 ? Infinity : (lines[from]?.gap ?? 0);
  const between = lines.slice(end, at);
  return between.some((line) => {
    if (line.gap < Math.max(1, gap) || !isHeadlineLike(line) || isCaptionLike(line.text)) {
      return false;
    }
    if (line.gap > Math.max(1, gap)) return true;
    const key = keyOf(line);
    const isAlone = between.every((other) => other === line || keyOf(other) !== key);
    return isAlone && lines.slice(at, limit).some((other) => keyOf(other) === key);
  });
}

/** Index of a date line after at most one paragraph (a caption or standfirst without credit). */
function findDateLine(lines: readonly TextLine[], place: Place, reach: Reach): number | undefined {
  const { end } = place;
  for (let at = end + 1; at < Math.min(lines.length - 1, end + 3); at += 1) {
    const line = lines[at];
    const label = line && labelOf(line);
    if (label?.kind === 'byline' && (label.byline.published ?? label.byline.updated)) {
      if (isAnothers(lines, at, place) || holdsHeadline(lines, end, at)) return undefined;
      return countLoose(lines, end, at, reach) <= 1 ? at : undefined;
    }
  }
  return undefined;
}

/** Whether a line stands there whose copy follows below, but not at once as a caption's does. */
function holdsHeadline(lines: readonly TextLine[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    if (!line || line.gap === 0 || !isHeadlineLike(line) || isCaptionLike(line.text)) continue;
    const below = lines.slice(to, to + ARTICLE_LIMITS.headLines);
    const isDoubled = [lines[at - 1], lines[at + 1]].some(
      (other) => other !== undefined && keyOf(other) === keyOf(line),
    );
    if (!isDoubled && below.some((other) => keyOf(other) === keyOf(line))) return true;
  }
  return false;
}
