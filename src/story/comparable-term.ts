import { hasStemmer } from '../text/stems.ts';
import { lightStem } from './light-stem.ts';

/** In languages without a stemmer a word is represented by its first letters, since most inflection is at the end. */
const PREFIX_LENGTH = 5;

/** A term as it is compared between the articles of a story. */
export function comparableTerm(term: string, lang: string): string {
  if (hasStemmer(lang)) return term;
  const stem = lightStem(term, lang);
  return stem.length <= PREFIX_LENGTH ? stem : Array.from(stem).slice(0, PREFIX_LENGTH).join('');
}
