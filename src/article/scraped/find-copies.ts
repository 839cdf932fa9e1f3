import { isCaptionLike, isCaptionLine } from './caption.ts';
import { countWords } from '../clean-text.ts';
import { isHeadMarker } from './find-boilerplate.ts';
import { beginsInside, endsSentence, isHeadlineLike } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { countLoose, isLoose, type Reach } from './reach.ts';
import { keyOf, type TextLine } from './text-line.ts';
import { isBrokenOff, joinLines } from './wrapping.ts';

/**
 * Finds the copies of a headline. The headline and its copies may each wrap over up to three lines.
 */
export function findCopies(lines: readonly TextLine[], from: number, limit: number, reach: Reach) {
  const copies = new Map<number, number>();
  for (let titleLines = 1; titleLines <= 3; titleLines += 1) {
    const title = lines.slice(from, from + titleLines);
    if (title.length < titleLines || title.slice(1).some((line) => line.gap > 0)) break;
    if (titleLines > 1 && !couldBeHeadline(joinLines(title))) break;
    const key = title.map(keyOf).join('');
    const titleWords = countWords(joinLines(title));
    let bodyFrom = from + titleLines;
    for (let at = from + titleLines; at < limit; at += 1) {
      const count = copyLength(lines, at, key);
      if (count === 0) continue;
      const span = { from: from + titleLines, to: at, titleWords };
      if (!isHeadBetween(lines, span, reach)) break;
      if (
        copies.size === 0 &&
        countLoose(lines, bodyFrom, at, reach) > 0 &&
        isAnothersHead(lines, from, at)
      )
        break;
      if (copies.size > 0 && countLoose(lines, bodyFrom, at, reach) > 0) break;
      bodyFrom = at + count;
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

/** Wrapped lines that are repeated are more often a caption than a headline. */
function couldBeHeadline(text: string): boolean {
  return (
    text.length <= ARTICLE_LIMITS.maxHeadlineChars && !endsSentence(text) && !isCaptionLike(text)
  );
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

/**
 * Whether the lines between two copies of a headline can be captions, and aren't the head of
 * another report.
 */
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
  return loose <= ARTICLE_LIMITS.maxLooseCaptions;
}

/**
 * Whether lines contain a headline and its copy. Captions repeat directly below, or on lines of one
 * block.
 */
function holdsHead(lines: readonly TextLine[]): boolean {
  return lines.some((line, index) => {
    if (line.gap === 0 || !isHeadlineLike(line) || countWords(line.text) < 3) return false;
    if (isBrokenOff(line, lines[index + 1])) return false;
    return lines.slice(index + 2).some((other) => other.gap > 0 && keyOf(other) === keyOf(line));
  });
}

/**
 * Below a paragraph, a repeated headline begins another report. A few words that are repeated after
 * any longer headline are a sub-head that both reports have.
 */
function isOtherHeadline(line: TextLine, titleWords: number, reach: Reach): boolean {
  const words = countWords(line.text);
  if (words <= 3 || !isHeadlineLike(line)) return false;
  return reach.holdsTwice(line) || (titleWords <= 4 && line.gap > 0 && words > titleWords);
}

/**
 * Whether the words reappear below paragraphs as the headline of another report, with a wider gap
 * above and a copy of their own. Then they are a sub-head here, or part of a list of headlines.
 */
function isAnothersHead(lines: readonly TextLine[], from: number, at: number): boolean {
  const line = lines[at];
  if (!line || from === 0 || line.gap < 2 || line.gap <= (lines[from]?.gap ?? 0)) return false;
  const between = lines.slice(from + 1, at);
  if (between.some((other) => isHeadMarker(other.text) || isCaptionLine(other))) return false;
  const below = lines.slice(at + 1, at + ARTICLE_LIMITS.headLines);
  return below.some((other) => keyOf(other) === keyOf(line));
}
