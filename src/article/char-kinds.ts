/** What a UTF-16 unit is, as bits. A table answers sooner than a regular expression. */
export const CHAR = {
  known: 1,
  /** White space. */
  space: 2,
  /** A letter or digit. */
  word: 4,
  /** A letter of a script without spaces between words. */
  unspaced: 8,
  /** What a clean text doesn't have: white space other than " ", what isn't visible, and "&". */
  unclean: 16,
} as const;

/** What a unit is, or the whole character if the unit begins one of two. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return KINDS[unit]! || learnKind(unit, text, at);
}

const KINDS = new Uint8Array(0x1_0000);

function learnKind(unit: number, text: string, at: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const char = String.fromCodePoint(isSurrogate ? text.codePointAt(at)! : unit);
  let kind: number = CHAR.known;
  if (/\s/u.test(char)) kind |= CHAR.space;
  if (/[\p{L}\p{N}]/u.test(char)) kind |= CHAR.word;
  if (UNSPACED.test(char)) kind |= CHAR.unspaced;
  if (UNCLEAN.test(char)) kind |= CHAR.unclean;
  // A unit of two says nothing without the other.
  if (!isSurrogate) KINDS[unit] = kind;
  return kind;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const UNCLEAN =
  // oxlint-disable-next-line no-control-regex -- control characters are what isn't clean
  /[&\u0000-\u001F\u007F-\u009F\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[^\S ]/u;
