import { splitWords, wordTerm, type Word } from '../text/terms.ts';

/** A word of the title counts this many times, since publishers put the names of an event there. */
export const TITLE_WEIGHT = 3;

/**
 * A capitalized word of the text counts this many times when articles are compared: names of people and places
 * distinguish two earthquakes. On the development set of ECB+, BCubed F1 is .02 higher with 3 than with 1.
 * Capitals in titles say nothing, since many publishers capitalize every word of a headline.
 */
export const NAME_WEIGHT = 3;

/** Counts the terms of an article; words of the title are weighted. */
export function countArticleTerms(
  title: string,
  text: string,
  lang: string,
  nameWeight = 1,
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: Word, weight: number): void => {
    const term = wordTerm(word.text, lang);
    if (term !== undefined) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  for (const word of splitWords(title, lang)) add(word, TITLE_WEIGHT);
  for (const word of splitWords(text, lang)) add(word, word.capital ? nameWeight : 1);
  return counts;
}
