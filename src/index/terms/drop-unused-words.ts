import type { LanguageWords } from './language-words.ts';
import type { Postings } from './postings.ts';
import type { StringTable } from './string-table.ts';
import type { WordNumbers } from './word-numbers.ts';

/** So few unused words are left alone. */
const MOST_UNUSED = 20_000;

/**
 * Drops the words that no text has any more, with their terms and spellings, if they are more than the others. Their
 * numbers are given to new words: news bring new names every day, and an index that forgot its old articles only would
 * grow for ever.
 */
export function dropUnusedWords(
  strings: StringTable,
  numbers: WordNumbers,
  languages: Iterable<LanguageWords>,
  postings: Postings,
): void {
  if (numbers.unusedCount <= Math.max(MOST_UNUSED, numbers.usedCount)) return;
  numbers.freeUnused();
  const kept = new Uint8Array(strings.idLimit);
  // A word of texts in one language may once have been one of another, in which it has another term.
  const isKept = (word: number, termId: number): boolean =>
    numbers.isUsed(word) && (termId === 0 || postings.frequency(termId) > 0);
  for (const language of languages) {
    language.keepOnly(isKept, (token) => {
      kept[token] = 1;
    });
  }
  strings.keepOnly(
    (id) => kept[id] === 1 || numbers.find(id) !== undefined || postings.frequency(id) > 0,
  );
}
