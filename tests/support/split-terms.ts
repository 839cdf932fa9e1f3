import { splitWords, wordTerm } from '../../src/text/terms.ts';

/** The terms of a text in order, with repeats and without stop words. */
export function splitTerms(text: string, lang: string): string[] {
  return splitWords(text, lang).flatMap((word) => wordTerm(word, lang) ?? []);
}
