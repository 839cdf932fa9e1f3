import { comparableWord, wordTerm } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';

/** What a word of a query is looked up as. */
export interface TermGroup {
  /** Any of these will do: the word's terms in the languages of the index. */
  readonly terms: readonly string[];
  /** Languages in which the word is a stop word: it helps to rank their texts but need not be there. */
  readonly stopIn: ReadonlySet<string>;
}

/** The words of a text as groups of terms; compounds such as "far-right" are several. */
export function buildTermGroups(text: string, languages: readonly string[]): TermGroup[] {
  return splitTokens(text).map((token) => {
    const terms = new Set<string>();
    const stopIn = new Set<string>();
    for (const lang of languages) {
      const word = comparableWord(token.text, lang);
      const term = wordTerm(word, lang);
      // "us" may be meant as "US": articles about it come first, the others are not left out.
      terms.add(term ?? word.toUpperCase());
      if (term === undefined) stopIn.add(lang);
    }
    return { terms: [...terms], stopIn };
  });
}

/** Where there is nothing but stop words of a language, they are what texts in it are asked for. */
export function requireSome(groups: readonly TermGroup[]): readonly TermGroup[] {
  const everywhere = new Set(
    [...(groups[0]?.stopIn ?? [])].filter((lang) => groups.every(({ stopIn }) => stopIn.has(lang))),
  );
  if (everywhere.size === 0) return groups;
  return groups.map(({ terms, stopIn }) => ({
    terms,
    stopIn: new Set([...stopIn].filter((lang) => !everywhere.has(lang))),
  }));
}
