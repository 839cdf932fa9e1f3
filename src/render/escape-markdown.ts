import { sanitizeText } from './sanitize-text.ts';

/**
 * Characters with a meaning anywhere in a line: styles, code, spoilers, mentions, links, emoji,
 * time stamps.
 */
const INLINE = /[\\*_~`|<>[\]()@:]/gu;
/**
 * Characters that open a block at the start of a line: heading, small print, list, numbered list.
 */
const BLOCK = /^([ ]*)([#+-]|\d+(?=\.))/gmu;

/**
 * Escapes untrusted text so that a Discord message shows it exactly as written. It can't mention
 * anyone, forge a link, time stamp or emoji, or break Markdown. Characters are escaped rather than
 * removed, except for those that `sanitizeText` removes. Discord never shows a backslash before
 * punctuation.
 */
export function escapeMarkdown(text: string): string {
  return sanitizeText(text)
    .replaceAll(INLINE, String.raw`\$&`)
    .replaceAll(BLOCK, escapeBlock);
}

/** A number's own digits can't be escaped, but the dot after them can. */
function escapeBlock(_: string, indent: string, opener: string): string {
  return /\d/u.test(opener) ? `${indent}${opener}\\` : `${indent}\\${opener}`;
}
