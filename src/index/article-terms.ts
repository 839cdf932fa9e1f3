import { splitWords, wordTerm, type Word } from '../text/terms.ts';

/** How often a word of the title counts: publishers put the event's names there. */
export const TITLE_WEIGHT = 3;

/**
 * How often a capitalized word of the text counts where articles are compared: names of people and places tell
 * two earthquakes apart. With 3, ECB+ (development set) gains .02 BCubed F1 over 1.
 * Capitals of titles say nothing: many publishers write every word of a headline with one.
 */
export const NAME_WEIGHT = 3;

/** How often each term occurs in an article, the title's words weighted. */
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
