import { comparableWord, wordTerm } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';

/** The terms by which a word of a query is looked up. */
export interface TermGroup {
  /** The word's terms in the languages of the index; a text has to have one of them. */
  readonly terms: readonly string[];
  /** Languages in which it is a stop word: texts in them need not have it, but rank higher with it. */
  readonly stopIn: ReadonlySet<string>;
}

/** Builds a group for each word of a text; a compound such as "far-right" has several words. */
export function buildTermGroups(text: string, languages: readonly string[]): TermGroup[] {
  return splitTokens(text).map((token) => {
    const terms = new Set<string>();
    const stopIn = new Set<string>();
    for (const lang of languages) {
      const word = comparableWord(token.text, lang);
      const term = wordTerm(word, lang);
      // "us" may mean "US": articles about that rank higher, but others are found too.
      terms.add(term ?? word.toUpperCase());
      for (const other of otherSpellings(word)) terms.add(wordTerm(other, lang) ?? other);
      if (term === undefined) stopIn.add(lang);
    }
    return { terms: [...terms], stopIn };
  });
}

const UMLAUT_LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
};

/**
 * A name with an umlaut is also written with an "e": "Mueller" finds Müller, and the other way
 * round. Short words are left alone: "due" is no "dü".
 */
function otherSpellings(word: string): string[] {
  if (word.length < 5) return [];
  const others = [
    word.replaceAll(/[äöüøå]/g, (letter) => UMLAUT_LETTERS[letter]!),
    word.replaceAll(/(?<![aeiouq])([aou])e(?![aeiou]|$)/g, '$1'),
  ];
  return others.filter((other) => other !== word);
}

/** When every word is a stop word of a language, texts in that language have to have them after all. */
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
