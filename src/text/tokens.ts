import { UNSPACED_SCRIPTS } from './languages.ts';

/** A word as written, with its place in the text. */
export interface Token {
  readonly text: string;
  /** UTF-16 offsets: `text.slice(start, end) === token.text`. */
  readonly start: number;
  readonly end: number;
}

/**
 * A word: letters, marks and digits; inside it an apostrophe or a middle dot between letters, and a
 * point or comma between digits. Dotted initialisms ("U.S.", "a.m.") are one word. Soft hyphens and
 * joiners stay inside. Hyphenated compounds are their parts, so that either part finds them.
 */
const WORD =
  /(?:\p{L}\.){2,}(?!\p{L}{2})|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u200C\u200D]|['’·](?=\p{L})|[.,](?<=\p{N}[.,])(?=\p{N}))*/gu;

let wordSegmenter: Intl.Segmenter | undefined;

/** The words of a text in order. Works for any script and any size; never throws. */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (isAscii(word) || !UNSPACED_SCRIPTS.test(word)) {
      tokens.push({ text: word, start: match.index, end: match.index + word.length });
    } else {
      pushUnspaced(tokens, word, match.index);
    }
  }
  return tokens;
}

function pushUnspaced(tokens: Token[], run: string, offset: number): void {
  wordSegmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  // ICU's dictionary look-up slows down on endless runs; words hardly ever span such a cut.
  for (let from = 0; from < run.length; from += 1000) {
    for (const part of wordSegmenter.segment(run.slice(from, from + 1000))) {
      const start = offset + from + part.index;
      tokens.push({ text: part.segment, start, end: start + part.segment.length });
    }
  }
}

/** An article glued to its word in French, Italian and Catalan: "l'élection", "dell'Unione". */
const ELISION = /^(?:[cdjlmnst]|qu|un|dell|all|nell|sull|dall|jusqu|lorsqu|puisqu)'(?=\p{L}{3})/u;

/**
 * The form under which tokens are compared: lower case, without possessive 's, elided article, soft
 * hyphens and the points of initialisms: "Kim’s" is "kim", "U.S." is "us". Accents stay.
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

/** Latin, Greek and Cyrillic accents away; other scripts as they are. */
export function stripAccents(word: string): string {
  if (isAscii(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replaceAll('ı', 'i');
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}
