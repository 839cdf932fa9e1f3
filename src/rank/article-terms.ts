import { splitWords, wordTerm } from '../text/terms.ts';

/** How often a word of the title counts: publishers put the event's names there. */
export const TITLE_WEIGHT = 3;

/**
 * How often a capitalized word counts where articles are compared: names of people and places tell
 * two earthquakes apart. With 3, ECB+ (development set) gains .02 BCubed F1 over 1.
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
  const count = (part: string, weight: number): void => {
    for (const word of splitWords(part, lang)) {
      const term = wordTerm(word.text, lang);
      if (term === undefined) continue;
      counts.set(term, (counts.get(term) ?? 0) + weight * (word.capital ? nameWeight : 1));
    }
  };
  count(title, TITLE_WEIGHT);
  count(text, 1);
  return counts;
}
