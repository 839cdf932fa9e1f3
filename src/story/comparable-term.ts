import { hasStemmer } from '../text/stems.ts';

/** In languages without a stemmer a word is represented by its first letters, since most inflection is at the end. */
const PREFIX_LENGTH = 5;

/** A term as it is compared between the articles of a story. */
export function comparableTerm(term: string, lang: string): string {
  if (hasStemmer(lang) || term.length <= PREFIX_LENGTH) return term;
  return Array.from(term).slice(0, PREFIX_LENGTH).join('');
}
