import { distance } from 'fastest-levenshtein';
import { comparableWord } from '../../text/terms.ts';
import { stripAccents } from '../../text/tokens.ts';
import type { TextIndex } from '../terms/text-index.ts';

/** What counts as a misspelling. A short word is near to many others, of which none is meant. */
const SPELLING = {
  minLetters: 4,
  maxLetters: 40,
  /** From so many letters on, a word may differ by two edits instead of one. */
  twoEditsFrom: 7,
  /** How many words are suggested at most. */
  count: 5,
  /** Publishers misspell a word once in so many articles that have it; more often it is another word. */
  misspelledOnceIn: 50,
} as const;

/**
 * The word of the texts that is probably meant by one that none of them has, or hardly any.
 *
 * @param countOf The number of texts that may be found by a word; with `isFirst`, whether there is one.
 */
export function findSimilarWord(
  index: TextIndex,
  typed: string,
  countOf: (word: string, isFirst: boolean) => number,
): string | undefined {
  const least = countOf(typed, false) * SPELLING.misspelledOnceIn;
  return findSimilarWords(index, typed).find(
    ({ text, count }) => count >= least && countOf(text, true) > 0,
  )?.text;
}

/**
 * Finds the words of the texts that may be meant by a misspelled one: the nearest first, of these the most frequent. Each
 * comes with the number of texts that have it in any form.
 */
function findSimilarWords(
  index: TextIndex,
  typed: string,
): { readonly text: string; readonly count: number }[] {
  const word = comparableWord(typed, '').toLowerCase();
  const { minLetters, maxLetters } = SPELLING;
  const isWord = /^\p{L}+$/u.test(word) && word.length >= minLetters && word.length <= maxLetters;
  if (!isWord) return [];
  const plain = stripAccents(word);
  return index
    .wordsLike(word, (like) => countEdits(plain, like) !== undefined)
    .map((like) => ({ ...like, edits: countEdits(plain, like.text)! }))
    .toSorted((a, b) => a.edits - b.edits || b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, SPELLING.count);
}

/** How many edits make one word of another, two swapped letters being one; undefined if they are too many. */
function countEdits(word: string, like: string): number | undefined {
  if (like.length < SPELLING.minLetters) return undefined;
  const other = stripAccents(like);
  const edits = isSwapped(word, other) ? 1 : distance(word, other);
  return edits <= (word.length < SPELLING.twoEditsFrom ? 1 : 2) ? edits : undefined;
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return (
    at + 1 < a.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}
