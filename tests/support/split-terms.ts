import { splitWords, wordTerm } from '../../src/text/terms.ts';

/** The terms of a text in order, repeats kept, stop words left out. */
export function splitTerms(text: string, lang: string): string[] {
  return splitWords(text, lang).flatMap((word) => wordTerm(word.text, lang) ?? []);
}
