import { splitWords, wordTerm } from '../../text/terms.ts';
import { comparableTerm } from '../comparable-term.ts';

/** A headline of fewer terms is measured as if it had so many: "Tsunami" alone is not a headline. */
export const MIN_HEADLINE_TERMS = 5;

/** The different terms of a headline or sentence, as the articles of a story are compared by. */
export function findHeadlineTerms(text: string, lang: string): Set<string> {
  const terms = splitWords(text, lang).map((word) => wordTerm(word, lang));
  return new Set(
    terms.filter((term) => term !== undefined).map((term) => comparableTerm(term, lang)),
  );
}

/** How much of the headline of which it says most a sentence says, 0 to 1. */
export function measureHeadline(
  sentence: string,
  lang: string,
  headlines: readonly ReadonlySet<string>[],
): number {
  const terms = findHeadlineTerms(sentence, lang);
  return headlines.reduce((most, headline) => {
    const said = [...headline].filter((term) => terms.has(term)).length;
    return Math.max(most, said / Math.max(headline.size, MIN_HEADLINE_TERMS));
  }, 0);
}
