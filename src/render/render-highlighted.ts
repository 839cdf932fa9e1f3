import { sanitizeText } from './sanitize-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { renderText } from './render-text.ts';

/** A part of a text, in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Untrusted text with some ranges (rising, not overlapping) in bold. Text that would take more than
 * `maxSize` is cut, and then shown without bold.
 */
export function renderHighlighted(
  text: string,
  ranges: readonly TextRange[],
  maxSize: number,
): string {
  let rendered = '';
  let end = 0;
  for (const range of ranges) {
    rendered += escapePart(text.slice(end, range.start), end === 0);
    rendered += `**${escapePart(text.slice(range.start, range.end), false)}**`;
    end = range.end;
  }
  rendered += escapePart(text.slice(end), end === 0);
  return rendered.length <= maxSize ? rendered : renderText(text, maxSize);
}

/** What opens a block at the start of a line opens none after other text. */
function escapePart(text: string, opensLine: boolean): string {
  const clean = sanitizeText(text);
  return opensLine ? escapeMarkdown(clean) : escapeMarkdown(`x${clean}`).slice(1);
}
