import { sanitizeText } from './sanitize-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { renderText } from './render-text.ts';

/** A part of a text, in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Renders untrusted text with some ranges (ascending, not overlapping) in bold. Text that would
 * exceed `maxSize` is cut and shown without bold.
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

/** Characters that open a block at the start of a line have no effect after other text. */
function escapePart(text: string, opensLine: boolean): string {
  const clean = sanitizeText(text);
  return opensLine ? escapeMarkdown(clean) : escapeMarkdown(`x${clean}`).slice(1);
}
