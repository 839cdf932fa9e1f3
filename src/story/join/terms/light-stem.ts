import { comparableTerm } from '../../comparable-term.ts';

/**
 * What is before and after the stem of an Arabic word, by the stemmer light10 (Larkey, Ballesteros and Connell 2007):
 * the article, with what is written together with it, and the endings of gender, number and possession.
 */
const ARABIC_BEFORE = /^(?:و?(?:[فبك]?ال|لل)|و)(?=.{3})/u;
const ARABIC_AFTER = /(?<=.{2})(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/u;

/** The article, "and" and short prepositions, which Hebrew writes together with a word. */
const HEBREW_BEFORE = /^[ושהבלכמ](?=.{3})/u;

/** A term without what is written together with its stem, where a language does that before it and has no stemmer here. */
export function lightStem(word: string, lang: string): string {
  if (lang === 'ar') return word.replace(ARABIC_BEFORE, '').replace(ARABIC_AFTER, '');
  return lang === 'he' ? word.replace(HEBREW_BEFORE, '') : word;
}

/** A term as it is compared when articles are joined. Sentences of a brief are compared without stemming it lightly. */
export function joinableTerm(term: string, lang: string): string {
  return comparableTerm(lightStem(term, lang), lang);
}
