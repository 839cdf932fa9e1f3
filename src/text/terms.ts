import { stemWord } from './stems.ts';
import { isStopWord } from './stop-words.ts';
import { forEachToken, normalizeToken, stripAccents } from './tokens.ts';

/** A word of a text, for comparison. */
export interface Word {
  /** As returned by `comparableWord`. */
  readonly text: string;
  /** Begins with a capital, as names do. */
  readonly capital: boolean;
}

/** Splits a text into words, in order. */
export function splitWords(text: string, lang: string): Word[] {
  const words: Word[] = [];
  const cased = casedText(text);
  forEachToken(cased, (start, end) => {
    const token = cased.slice(start, end);
    words.push({ text: comparableWord(token, lang), capital: isCapital(cased, start) });
  });
  return words;
}

/**
 * Lower-cases a text that is all in capitals, because its capitals mark neither acronyms nor names.
 */
export function casedText(text: string): string {
  return /\p{Ll}/u.test(text) ? text : text.toLowerCase();
}

/** Whether the word at a position begins with a capital, as names do. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/**
 * A token's form for verbatim comparison: normalized, but in capitals if they distinguish a name
 * from a stop word, as in "US", "WHO" and "IT".
 */
export function comparableWord(token: string, lang: string): string {
  const word = normalizeToken(token);
  return isStopWord(word, lang) && isAcronym(token) ? word.toUpperCase() : word;
}

/**
 * A comparable word's term: its stem without accents. Undefined for stop words and single letters.
 */
export function wordTerm(word: string, lang: string): string | undefined {
  if (isStopWord(word, lang)) return undefined;
  if (isAcronym(word)) return word;
  if (word.length === 1 && /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u.test(word))
    return undefined;
  return stripAccents(stemWord(word, lang));
}

function isAcronym(token: string): boolean {
  return /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,})$/u.test(token);
}
