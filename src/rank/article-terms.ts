import { countTerms } from '../text/term-vector.ts';
import { splitTerms } from '../text/terms.ts';

/** How often a word of the title counts: publishers put the event's names there. */
export const TITLE_WEIGHT = 3;

/** How often each term occurs in an article, the title's weighted. */
export function countArticleTerms(title: string, text: string, lang: string): Map<string, number> {
  const counts = countTerms(splitTerms(text, lang));
  for (const term of splitTerms(title, lang))
    counts.set(term, (counts.get(term) ?? 0) + TITLE_WEIGHT);
  return counts;
}
