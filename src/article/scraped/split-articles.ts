import { countWords } from '../clean-text.ts';
import { findHead } from './find-head.ts';
import { isHeadlineLike } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { startsWithHeaders } from './parse-headers.ts';
import { readHead, type Head } from './read-head.ts';
import { scoreBoundary } from './score-boundary.ts';
import { findSection } from './section.ts';
import type { TextLine } from './text-line.ts';
import { findTitleLine } from './title-line.ts';
import { isBrokenOff } from './wrapping.ts';

/** The lines of one article, or of a stretch that is too long for an article. */
export interface Segment {
  readonly lines: readonly TextLine[];
  readonly tooLong?: true;
}

/**
 * Splits a stream of lines where articles begin. Push lines as they come, then end it. Undefined
 * stands for a judged line, after which the work may pause.
 */
export interface ArticleSplitter {
  push(lines: readonly TextLine[]): Iterable<Segment | undefined>;
  end(): Iterable<Segment | undefined>;
}

/**
 * Lines that must follow before a position can be judged: a head, and another one to judge its
 * copies.
 */
const LOOKAHEAD = 2 * ARTICLE_LIMITS.headLines;

/**
 * Creates a splitter. Only its shape shows where an article begins: a headline that is repeated
 * above the body, captions, a text-size label, or headers. Blank lines alone separate two articles
 * only if the one above had no such shape.
 */
export function createArticleSplitter(
  maxChars: number = ARTICLE_LIMITS.maxArticleChars,
): ArticleSplitter {
  let buffer: TextLine[] = [];
  let at = 0;
  let chars = 0;
  let begun = false;
  let isShaped = false;
  let largestGap = 0;
  let tooLong = false;

  /** Begins the article at the start of the buffer and skips to the end of its head. */
  function begin(): void {
    begun = true;
    largestGap = 0;
    if (startsWithHeaders(buffer, 0)) {
      isShaped = true;
      at = 1;
      while (at < buffer.length && at < ARTICLE_LIMITS.maxHeaderLines && buffer[at]?.gap === 0)
        at += 1;
      // The headline may be repeated below its own header.
      const title = findTitleLine(buffer, at);
      if (title === at) at = readHead(buffer, at).bodyStart;
      return;
    }
    const title = findTitleLine(buffer, 0);
    const head: Head | undefined = title === undefined ? undefined : readHead(buffer, title);
    isShaped = head !== undefined && (head.outline.copies.size > 0 || head.outline.hasMarker);
    at = Math.max(1, head?.bodyStart ?? 1);
  }

  function cut(end: number): Segment {
    const lines = buffer.slice(0, end);
    buffer = buffer.slice(end);
    for (const line of lines) chars -= line.raw.length;
    const segment: Segment = tooLong ? { lines, tooLong } : { lines };
    begun = false;
    tooLong = false;
    at = 0;
    return segment;
  }

  function* advance(isLast: boolean): Generator<Segment | undefined> {
    while (isLast ? at < buffer.length : at + LOOKAHEAD < buffer.length) {
      yield undefined;
      if (!begun) {
        begin();
        continue;
      }
      const line = buffer[at];
      if (!line) break;
      if (isBoundary(buffer, at, { isShaped, largestGap })) {
        yield cut(withSection(buffer, at));
        continue;
      }
      largestGap = Math.max(largestGap, line.gap);
      at += 1;
      if (chars > maxChars && at > 1) dropRead();
    }
  }

  /** Discards what has been read of an article that is too long, except for its first line. */
  function dropRead(): void {
    let read = 0;
    for (const line of buffer.slice(0, at)) read += line.raw.length;
    if (read <= maxChars && !tooLong) return;
    tooLong = true;
    const kept = buffer.slice(0, 1);
    buffer = [...kept, ...buffer.slice(at)];
    chars -= read - (kept[0]?.raw.length ?? 0);
    at = 1;
  }

  return {
    *push(lines) {
      for (const line of lines) {
        buffer.push(line);
        chars += line.raw.length;
      }
      yield* advance(false);
    },
    *end() {
      yield* advance(true);
      if (buffer.length > 0) yield cut(buffer.length);
    },
  };
}

function isBoundary(
  lines: readonly TextLine[],
  at: number,
  above: { isShaped: boolean; largestGap: number },
): boolean {
  const line = lines[at];
  if (!line || line.text.length > ARTICLE_LIMITS.maxHeadlineChars) return false;
  if (startsWithHeaders(lines, at)) return true;
  const score = scoreBoundary(lines, at, above);
  if (score < (line.gap > 0 ? 3 : 5) || countWords(line.text) === 0) return false;
  return !hasBoundaryBelow(lines, at, above);
}

/**
 * Whether one of the next lines also begins an article, below a wider gap or with its own copy.
 * Then the signs of this line belong to that one: it is the end of a truncated report, or a link
 * below it.
 */
function hasBoundaryBelow(
  lines: readonly TextLine[],
  at: number,
  above: { isShaped: boolean; largestGap: number },
): boolean {
  if (findHead(lines, at).copies.size > 0) return false;
  const gap = lines[at]?.gap ?? 0;
  for (let below = at + 1; below <= at + LINES_BELOW; below += 1) {
    const line = lines[below];
    if (!line || line.gap === 0 || line.gap < gap) continue;
    if (!isHeadlineLike(line) || isBrokenOff(line, lines[below + 1])) continue;
    if (scoreBoundary(lines, below, above) < 3) continue;
    const { copies, titleLines } = findHead(lines, below);
    // Copies directly below are a caption's.
    if (line.gap > gap || (copies.size > 0 && !copies.has(below + titleLines))) return true;
  }
  return false;
}

/** Lines below a report's text that may look like a headline: links and topics. */
const LINES_BELOW = 3;

/** A section's name directly above a headline belongs to the article below. */
function withSection(lines: readonly TextLine[], at: number): number {
  const above = lines[at - 1];
  return at > 1 && above && above.gap > 0 && findSection(above.text) !== undefined ? at - 1 : at;
}
