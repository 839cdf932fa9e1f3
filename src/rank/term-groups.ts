import { comparableWord, wordTerm } from '../text/terms.ts';
import { splitTokens } from '../text/tokens.ts';

/** What a word of a query is looked up as. */
export interface TermGroup {
  /** Any of these will do: the word's terms in the languages of the index. */
  readonly terms: readonly string[];
  /** False for a stop word of one of the languages: it helps to rank but need not be there. */
  readonly required: boolean;
}

/** The words of a text as groups of terms; compounds such as "far-right" are several. */
export function buildTermGroups(text: string, languages: readonly string[]): TermGroup[] {
  return splitTokens(text).map((token) => {
    const terms = new Set<string>();
    let required = true;
    for (const lang of languages) {
      const word = comparableWord(token.text, lang);
      const term = wordTerm(word, lang);
      // "us" may be meant as "US": articles about it come first, the others are not left out.
      terms.add(term ?? word.toUpperCase());
      if (term === undefined) required = false;
    }
    return { terms: [...terms], required };
  });
}

/** Where there is nothing but stop words, they are what is asked for. */
export function requireSome(groups: readonly TermGroup[]): readonly TermGroup[] {
  if (groups.some((group) => group.required)) return groups;
  return groups.map((group) => ({ ...group, required: true }));
}
