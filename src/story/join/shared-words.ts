import { primaryLanguage } from '../../text/language-tags.ts';
import { casedText, comparableWord, wordTerm } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';
import { joinableTerm } from './terms/light-stem.ts';
import { readStoryText, type StoryText } from './story-text.ts';
import { buildStoryVector, weightOfEntry } from './story-vector.ts';
import { termOf } from './terms/term-entry.ts';
import { TermTable } from './terms/term-table.ts';

/**
 * Finds the words that two articles share, as the first one prints them: those first that count most for their
 * cosine.
 */
export function findSharedWords(one: StoryText, other: StoryText, count: number): string[] {
  const table = new TermTable();
  const [a, b] = [one, other].map((text) => {
    const { entries, scale } = buildStoryVector(readStoryText(text).counts, table);
    return new Map(
      Array.from(entries, (entry) => [termOf(entry), weightOfEntry(entry, scale, table)]),
    );
  }) as [Map<number, number>, Map<number, number>];
  const printed = printTerms(one);
  return [...printed]
    .map(([term, word]) => {
      const id = table.idOf(term);
      return { word, weight: (a.get(id) ?? 0) * (b.get(id) ?? 0) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((x, y) => y.weight - x.weight || (x.word < y.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word);
}

/** By term, the word that stands for it first in the text, or in the title if it is only there; without a possessive ending. */
function printTerms({ title = '', text, lang }: StoryText): Map<string, string> {
  const language = primaryLanguage(lang);
  const words = new Map<string, string>();
  for (const part of [text, title]) {
    for (const token of splitTokens(casedText(part))) {
      const term = wordTerm(comparableWord(token.text, language), language);
      if (term === undefined) continue;
      const known = joinableTerm(term, language);
      if (!words.has(known)) words.set(known, token.text.replace(/['’]s$/u, ''));
    }
  }
  return words;
}
