import { sanitizeText } from './sanitize-text.ts';

/** These mean something anywhere in a line: styles, code, spoilers, mentions, links, emoji, time stamps. */
const INLINE = /[\\*_~`|<>[\]()@:]/gu;
/** These open a block at the start of a line: heading, small print, list, numbered list. */
const BLOCK = /^([ ]*)([#+-]|\d+(?=\.))/gmu;

/**
 * Makes untrusted text stand in a Discord message exactly as it is written: it can mention nobody,
 * forge no link, time stamp or emoji, and break no markdown. Characters are escaped, not taken
 * away, but for those that `sanitizeText` removes. A backslash before punctuation is never shown.
 */
export function escapeMarkdown(text: string): string {
  return sanitizeText(text)
    .replaceAll(INLINE, String.raw`\$&`)
    .replaceAll(BLOCK, escapeBlock);
}

/** A number's own digits cannot be escaped; the dot after them can. */
function escapeBlock(_: string, indent: string, opener: string): string {
  return /\d/u.test(opener) ? `${indent}${opener}\\` : `${indent}\\${opener}`;
}
