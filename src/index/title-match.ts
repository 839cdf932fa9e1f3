import { stripAccents } from '../text/tokens.ts';

/** Folds a title to lower case without accents, with one space before each word. */
export function foldTitle(title: string): string {
  const words = stripAccents(title.toLowerCase()).match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? ` ${words.join(' ')}` : '';
}

/** Splits typed text into beginnings of words for `titleMatches`. The longest, which the fewest titles have, come first. */
export function foldTyped(typed: string): string[] {
  const words = foldTitle(typed).split(' ').slice(1);
  return words.map((word) => ` ${word}`).toSorted((a, b) => b.length - a.length);
}

/** Whether a folded title has, for each beginning, a word that begins like this. */
export function titleMatches(foldedTitle: string, beginnings: readonly string[]): boolean {
  return beginnings.every((beginning) => foldedTitle.includes(beginning));
}
