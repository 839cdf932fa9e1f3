import { isCaptionLike } from './caption.ts';
import { countWords } from './clean-text.ts';
import { isHeadMarker } from './furniture.ts';
import { beginsInside, endsSentence, isHeadlineLike } from './headline.ts';
import { LIMITS } from './limits.ts';
import { labelOf } from './line-label.ts';
import { keyOf, type TextLine } from './text-line.ts';
import { joinLines } from './wrapping.ts';

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

/** Looks ahead of a possible headline at `from` for its copies and for labels that only heads have. */
export function findHead(lines: readonly TextLine[], from: number): HeadOutline {
  const limit = Math.min(lines.length, from + LIMITS.headLines);
  const reach = createReach(lines, from, limit);
  const { titleLines, copies } = findCopies(lines, from, limit, reach);
  let end = from + titleLines;
  for (const [index, count] of copies) end = Math.max(end, index + count);
  const marker = findMarker(lines, { from, end, limit, hasCopies: copies.size > 0 }, reach);
  const dateLine = marker ?? findDateLine(lines, end, reach);
  return {
    titleLines,
    copies,
    end: Math.max(end, (dateLine ?? -1) + 1),
    hasMarker:
      marker !== undefined || lines.slice(from, end).some((line) => isHeadMarker(line.text)),
  };
}

/** Copies of a headline, which itself or whose copies may be wrapped over up to three lines. */
function findCopies(lines: readonly TextLine[], from: number, limit: number, reach: Reach) {
  const copies = new Map<number, number>();
  for (let titleLines = 1; titleLines <= 3; titleLines += 1) {
    const title = lines.slice(from, from + titleLines);
    if (title.length < titleLines || title.slice(1).some((line) => line.gap > 0)) break;
    if (titleLines > 1 && !couldBeHeadline(joinLines(title))) break;
    const key = title.map(keyOf).join('');
    const titleWords = countWords(joinLines(title));
    for (let at = from + titleLines; at < limit; at += 1) {
      const count = copyLength(lines, at, key);
      if (count === 0) continue;
      if (!isHeadBetween(lines, { from: from + titleLines, to: at, titleWords }, reach)) break;
      copies.set(at, count);
      at += count - 1;
    }
    if (copies.size > 0) return { titleLines, copies };
  }
  const [title, next] = lines.slice(from, from + 2);
  const isWrapped =
    title && next && next.gap === 0 && beginsInside(next.text) && !endsSentence(next.text);
  return { titleLines: isWrapped ? 2 : 1, copies };
}

/** Lines that are wrapped and stand twice are a caption's more often than a headline's. */
function couldBeHeadline(text: string): boolean {
  return text.length <= LIMITS.maxHeadlineChars && !endsSentence(text) && !isCaptionLike(text);
}

function copyLength(lines: readonly TextLine[], at: number, key: string): number {
  const line = lines[at];
  if (!line || !key.startsWith(keyOf(line))) return 0;
  let joined = '';
  for (let count = 1; count <= 3; count += 1) {
    const part = lines[at + count - 1];
    if (!part || (count > 1 && part.gap > 0)) return 0;
    joined += keyOf(part);
    if (joined === key) return count;
  }
  return 0;
}

/** Index of a text-size or short-link label that belongs to this headline and to no later one. */
function findMarker(
  lines: readonly TextLine[],
  { from, end, limit, hasCopies }: { from: number; end: number; limit: number; hasCopies: boolean },
  reach: Reach,
): number | undefined {
  let loose = 0;
  for (let at = end; at < limit; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isHeadMarker(line.text)) {
      const isAnothers = !hasCopies && hasNearerHeadline(lines, { from, end, at, limit });
      return isAnothers ? undefined : at;
    }
    // Below the last copy of the headline a line that is no caption by itself is body already.
    if (hasCopies && !labelOf(line) && !isCaptionLike(line.text)) return undefined;
    // Below a paragraph this is the headline that the label belongs to.
    const standsOut = line.gap > 0 || reach.holdsTwice(line);
    if (loose > 0 && standsOut && isHeadlineLike(line)) return undefined;
    if (isLoose(line, reach)) loose += 1;
    if (loose > LIMITS.maxLooseCaptions) return undefined;
  }
  return undefined;
}

/**
 * Whether a line between a possible headline and a label is the headline that the label belongs to:
 * it stands once above the label and again below, or has the wider gap above. Where an article is cut
 * off, its last line looks like a headline too.
 */
function hasNearerHeadline(
  lines: readonly TextLine[],
  { from, end, at, limit }: { from: number; end: number; at: number; limit: number },
): boolean {
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

/** Whether what stands between two copies of a headline can be captions, and no other report's head. */
function isHeadBetween(
  lines: readonly TextLine[],
  { from, to, titleWords }: { from: number; to: number; titleWords: number },
  reach: Reach,
): boolean {
  const between = lines.slice(from, to);
  if (holdsHead(between)) return false;
  let loose = 0;
  for (const line of between) {
    if (isLoose(line, reach) && !isHeadlineLike(line)) loose += 1;
    else if (loose > 0 && isOtherHeadline(line, titleWords, reach)) return false;
  }
  return loose <= LIMITS.maxLooseCaptions;
}

/** Whether a headline and its copy stand among lines: captions repeat at once, or on lines of one block. */
function holdsHead(lines: readonly TextLine[]): boolean {
  return lines.some((line, index) => {
    if (line.gap === 0 || !isHeadlineLike(line) || countWords(line.text) < 3) return false;
    return lines.slice(index + 2).some((other) => other.gap > 0 && keyOf(other) === keyOf(line));
  });
}

/**
 * Below a paragraph, a headline that stands twice begins another report. A few words that return
 * after any longer headline are a sub-head that both reports have.
 */
function isOtherHeadline(line: TextLine, titleWords: number, reach: Reach): boolean {
  const words = countWords(line.text);
  if (words <= 3 || !isHeadlineLike(line)) return false;
  return reach.holdsTwice(line) || (titleWords <= 4 && line.gap > 0 && words > titleWords);
}

/** Index of a date line after at most one paragraph (a caption or standfirst without credit). */
function findDateLine(lines: readonly TextLine[], end: number, reach: Reach): number | undefined {
  for (let at = end + 1; at < Math.min(lines.length - 1, end + 3); at += 1) {
    const line = lines[at];
    const label = line && labelOf(line);
    if (label?.kind === 'byline' && (label.byline.published ?? label.byline.updated)) {
      return countLoose(lines, end, at, reach) <= 1 ? at : undefined;
    }
  }
  return undefined;
}

/** Paragraphs between two places that nothing explains: they might be body. */
function countLoose(lines: readonly TextLine[], from: number, to: number, reach: Reach): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (isLoose(lines[at], reach)) count += 1;
  return count;
}

function isLoose(line: TextLine | undefined, reach: Reach): boolean {
  if (!line || keyOf(line).length < 20) return false;
  return labelOf(line) === undefined && !isCaptionLike(line.text) && !reach.holdsTwice(line);
}

/** The lines in which the copies of one head are looked for. */
interface Reach {
  /** Whether a line's words stand there twice, perhaps broken elsewhere. */
  holdsTwice(line: TextLine): boolean;
}

function createReach(lines: readonly TextLine[], from: number, to: number): Reach {
  let joined: string | undefined;
  return {
    holdsTwice(line) {
      joined ??= lines.slice(from, to).map(keyOf).join('');
      const key = keyOf(line);
      const first = joined.indexOf(key);
      return first !== -1 && joined.includes(key, first + 1);
    },
  };
}
