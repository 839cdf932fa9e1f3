import { stemWord } from './stems.ts';
import { isStopWord } from './stop-words.ts';
import { forEachToken, normalizeToken, stripAccents } from './tokens.ts';

/** Splits a text into words as `comparableWord` returns them, in order. */
export function splitWords(text: string, lang: string): string[] {
  const words: string[] = [];
  const cased = casedText(text);
  forEachToken(cased, (start, end) => words.push(comparableWord(cased.slice(start, end), lang)));
  return words;
}

/**
 * Lower-cases a text that is all in capitals, because its capitals mark neither acronyms nor names.
 */
export function casedText(text: string): string {
  return /\p{Ll}/u.test(text) ? text : text.toLowerCase();
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
