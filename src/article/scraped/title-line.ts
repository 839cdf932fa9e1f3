import { isCaptionLine } from './caption.ts';
import { findHead } from './find-head.ts';
import { isHeadlineLike } from './headline.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { labelOf } from './line-label.ts';
import type { TextLine } from './text-line.ts';

/** Lines that may be above a headline: a section, a date, a share button. */
const MAX_LINES_ABOVE = 6;

/** The index of the headline of the article that begins at `from`. Undefined if there is none. */
export function findTitleLine(lines: readonly TextLine[], from: number): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + MAX_LINES_ABOVE); at += 1) {
    const line = lines[at];
    if (!line) return undefined;
    const { text } = line;
    if (isHeadlineLike(line) && !isCaptionLine(line)) return at;
    if (labelOf(line) || isCaptionLine(line)) continue;
    // A headline that ends like a sentence counts if it is repeated.
    const isShort = text.length <= ARTICLE_LIMITS.maxHeadlineChars && /\p{L}/u.test(text);
    const { copies, hasMarker } = findHead(lines, at);
    return isShort && (copies.size > 0 || hasMarker) ? at : undefined;
  }
  return undefined;
}
