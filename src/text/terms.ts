import { stemWord } from './stems.ts';
import { isStopWord } from './stop-words.ts';
import { forEachToken, normalizeToken, stripAccents } from './tokens.ts';

/** A word of a text, for comparison. */
export interface Word {
  /** As `comparableWord` gives it. */
  readonly text: string;
  /** Written with a capital, as names are. */
  readonly capital: boolean;
}

/** The words of a text in order. */
export function splitWords(text: string, lang: string): Word[] {
  const words: Word[] = [];
  const cased = casedText(text);
  forEachToken(cased, (start, end) => {
    const token = cased.slice(start, end);
    words.push({ text: comparableWord(token, lang), capital: isCapital(cased, start) });
  });
  return words;
}

/** A text in which capitals tell something: where everything is in capitals, they mark neither acronym nor name. */
export function casedText(text: string): string {
  return /\p{Ll}/u.test(text) ? text : text.toLowerCase();
}

/** Whether the word at a place of a text begins with a capital, as names do. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/**
 * A token's form for verbatim comparison: normalized; in capitals where they tell a name from a
 * stop word, as in "US", "WHO" and "IT".
 */
export function comparableWord(token: string, lang: string): string {
  const word = normalizeToken(token);
  return isStopWord(word, lang) && isAcronym(token) ? word.toUpperCase() : word;
}

/** What a comparable word counts as: its stem without accents; undefined for stop words and lone letters. */
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
