import { CHAR, kindAt } from './char-kinds.ts';
import { decodeEntities } from './feed/decode-entities.ts';

/**
 * Normalizes white space and removes invisible characters: soft hyphens, zero-width spaces,
 * direction marks and control characters. A character reference that is left in a text was escaped once too often
 * ("Smith &AMP; Sons") and is decoded. Words, quotes and dashes stay as printed.
 */
export function cleanText(raw: string): string {
  if (isClean(raw)) return raw;
  return decodeEntities(raw).replace(INVISIBLE, '').replace(WHITE_SPACE, ' ').trim();
}

/**
 * A key that is equal for copies of a line: case, white space and the shape of quotes and dashes
 * don't count. Copies of a caption differ in line breaks, so the key of joined lines is the joined
 * keys of its parts.
 */
export function comparisonKey(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll(' ', '');
  const lower = WESTERN.test(text)
    ? text.toLowerCase().replaceAll(' ', '')
    : text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '').replace(/\s+/gu, '');
  return lower
    .replace(/[‘’‚‛′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―]/gu, '-');
}

/** Counts the words of a text. In scripts without spaces, two characters count as a word. */
export function countWords(text: string): number {
  let words = 0;
  let unspaced = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if ((kind & CHAR.unspaced) !== 0) unspaced += 1;
    if ((kind & CHAR.word) !== 0) isInWord = true;
    else if ((kind & CHAR.space) !== 0 && isInWord) {
      words += 1;
      isInWord = false;
    }
  }
  return Math.max(isInWord ? words + 1 : words, Math.floor(unspaced / 2));
}

/** Whether nothing is to be changed in a text. */
function isClean(text: string): boolean {
  let isAfterSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    if ((kindAt(text, at) & CHAR.unclean) !== 0) return false;
    const isSpace = text.charCodeAt(at) === SPACE;
    if (isSpace && isAfterSpace) return false;
    isAfterSpace = isSpace;
  }
  return text === '' || !isAfterSpace;
}

const SPACE = 0x20;
/** Text that needs no normalization except for case and spaces. */
const ASCII = /^[ -_a-~]*$/u;
/** The same with letters of Western Europe and printed quotes and dashes, which nothing normalizes. */
const WESTERN = /^[ -_a-~À-ÖØ-öø-ÿ‘’“”«»–—]*$/u;
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const WHITE_SPACE = /[\s\u0000-\u001F\u007F-\u009F]+/gu;
