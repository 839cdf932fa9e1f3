import { codeUnitsOf } from './code-units.ts';
import { UNSPACED_SCRIPTS } from './unspaced-scripts.ts';

/** A word as written, with its position in the text. */
export interface Token {
  readonly text: string;
  /** UTF-16 offsets: `text.slice(start, end) === token.text`. */
  readonly start: number;
  readonly end: number;
}

/**
 * A word: letters, marks and digits. Apostrophes and middle dots may stand between letters, points
 * and commas between digits. Dotted initialisms ("U.S.", "a.m.") are one word. Soft hyphens and
 * joiners are part of a word. Hyphenated compounds are split, so that either part finds them.
 */
export const WORD =
  /(?:\p{L}\.){2,}(?!\p{L}{2})|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u200C\u200D]|['’·](?=\p{L})|[.,](?<=\p{N}[.,])(?=\p{N}))*/gu;

let wordSegmenter: Intl.Segmenter | undefined;

/** Splits a text into words, in order. Works for any script and any size; never throws. */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  forEachToken(text, (start, end) => tokens.push({ text: text.slice(start, end), start, end }));
  return tokens;
}

/**
 * Calls back with the position of each word, in order, without allocating an object for each.
 * `units`: the text's code units, if the caller already has them.
 */
export function forEachToken(
  text: string,
  visit: (start: number, end: number) => void,
  units = codeUnitsOf(text),
): void {
  for (let at = 0; at < units.length;) {
    if (!mayBegin(units[at]!)) {
      at += 1;
      continue;
    }
    const end = plainEnd(units, at);
    if (end !== undefined) {
      visit(at, end);
      at = end;
      continue;
    }
    WORD.lastIndex = at;
    // A letter or digit always begins a word. Where it ends is all that is asked of the pattern then.
    const word = isPlain(units[at]!)
      ? text.slice(at, WORD.test(text) ? WORD.lastIndex : at)
      : WORD.exec(text)?.[0];
    if (word === undefined) return;
    const start = WORD.lastIndex - word.length;
    if (isAscii(word) || !UNSPACED_SCRIPTS.test(word)) visit(start, start + word.length);
    else visitUnspaced(word, start, visit);
    at = start + word.length;
  }
}

/**
 * Finds the end of a run of plain letters or digits, possibly with an apostrophe inside, which most
 * words are. Undefined if only WORD can tell.
 */
function plainEnd(units: Uint16Array, start: number): number | undefined {
  let at = start;
  while (at < units.length && isPlain(units[at]!)) at += 1;
  if (at === start) return undefined;
  if (units[at] === SPACE) return at;
  while (at + 1 < units.length && isApostrophe(units[at]!) && isLetter(units[at + 1]!)) {
    at += 1;
    while (at < units.length && isPlain(units[at]!)) at += 1;
  }
  if (at === units.length) return at;
  const next = units[at]!;
  if (isApostrophe(next)) return at + 1 < units.length && units[at + 1]! > 127 ? undefined : at;
  if (isPunctuation(next)) return at;
  if (next > 127) return undefined;
  if (next !== POINT && next !== COMMA) return at;
  // "Friday." ends here; "3.5", "1,200" and the beginning of "U.S." may go on.
  const mayContinue = isDigit(units[at - 1]!) || at - start === 1;
  return mayContinue ? undefined : at;
}

const [SPACE, APOSTROPHE, COMMA, POINT, CURLED_APOSTROPHE] = [32, 39, 44, 46, 0x2019];

/** Whether a UTF-16 code unit may begin a word. For nearly all units beyond ASCII, WORD decides. */
function mayBegin(code: number): boolean {
  return isPlain(code) || (code > 127 && !isPunctuation(code));
}

/** Dashes, curly quotation marks, bullets and dots. */
function isPunctuation(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLED_APOSTROPHE;
}

function isPlain(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

// One comparison each, because these two run for every character: 32 is the bit that distinguishes
// "a" from "A", and what would be negative becomes a large number.
function isLetter(code: number): boolean {
  return ((code | 32) - 97) >>> 0 < 26;
}

function isDigit(code: number): boolean {
  return (code - 48) >>> 0 < 10;
}

function visitUnspaced(
  run: string,
  offset: number,
  visit: (start: number, end: number) => void,
): void {
  wordSegmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  // ICU's dictionary look-up slows down on very long runs. Words hardly ever cross such a cut.
  for (let from = 0; from < run.length; from += 1000) {
    for (const part of wordSegmenter.segment(run.slice(from, from + 1000))) {
      const start = offset + from + part.index;
      visit(start, start + part.segment.length);
    }
  }
}

/** An elided article in French, Italian and Catalan: "l'élection", "dell'Unione". */
const ELISION = /^(?:[cdjlmnst]|qu|un|dell|all|nell|sull|dall|jusqu|lorsqu|puisqu)'(?=\p{L}{3})/u;

/** The length of a token's elided article: 2 of "d’Haïti", 0 of "Haïti". */
export function elisionLength(token: string): number {
  if (!/['’]/u.test(token)) return 0;
  return ELISION.exec(token.toLowerCase().replaceAll('’', "'"))?.[0].length ?? 0;
}

/**
 * The form in which tokens are compared: lower case, without possessive 's, elided article, soft
 * hyphens and the points of initialisms: "Kim’s" → "kim", "U.S." → "us". Accents stay.
 */
export function normalizeToken(token: string): string {
  let word = token.toLowerCase();
  if (!isAscii(word)) {
    word = word
      .normalize('NFC')
      .replace(/[\u00AD\u200C\u200D]/g, '')
      .replaceAll('’', "'");
  }
  if (word.includes("'")) word = word.replace(/'s$/, '').replace(ELISION, '');
  if (word.includes('.') && /^(?:\p{L}\.)+\p{L}?$/u.test(word)) word = word.replaceAll('.', '');
  return word;
}

/** Latin letters that don't come apart into a plain letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ı: 'i',
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', þ: 'th', Þ: 'TH',
}; // prettier-ignore

const LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** Removes accents from Latin, Greek and Cyrillic letters: "Łódź" → "Lodz". Other scripts stay as they are. */
export function stripAccents(word: string): string {
  if (isAscii(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replace(LETTER, (letter) => PLAIN_LETTERS[letter]!);
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}
