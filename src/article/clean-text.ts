import { decodeEntities } from './feed/decode-entities.ts';

/**
 * Normalizes white space and removes invisible characters: soft hyphens, zero-width spaces,
 * direction marks and control characters. A character reference that is left in a text was escaped once too often
 * ("Smith &AMP; Sons") and is decoded. Words, quotes and dashes stay as printed.
 */
export function cleanText(raw: string): string {
  if (PLAIN.test(raw) && !raw.includes('  ') && !raw.includes('&')) return raw;
  return decodeEntities(raw).replace(INVISIBLE, '').replace(WHITE_SPACE, ' ').trim();
}

/**
 * A key that is equal for copies of a line: case, white space and the shape of quotes and dashes
 * don't count. Copies of a caption differ in line breaks, so the key of joined lines is the joined
 * keys of its parts.
 */
export function comparisonKey(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll(' ', '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, '')
    .replace(/[‘’‚‛′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―]/gu, '-');
}

/** Counts the words of a text. In scripts without spaces, two characters count as a word. */
export function countWords(text: string): number {
  const spaced = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return Math.max(spaced, Math.floor(unspaced / 2));
}

/** Printable ASCII that doesn't begin or end with a space. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u;
/** Text that needs no normalization except for case and spaces. */
const ASCII = /^[ -_a-~]*$/u;
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const WHITE_SPACE = /[\s\u0000-\u001F\u007F-\u009F]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
