import { stripAccents } from '../text/tokens.ts';

/** A title for matching what is typed: lower case, no accents, single spaces between and before words. */
export function foldTitle(title: string): string {
  const words = stripAccents(title.toLowerCase()).match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? ` ${words.join(' ')}` : '';
}

/** What is typed, as the beginnings of words that a folded title must have; the longest, which most titles lack, first. */
export function foldTyped(typed: string): string[] {
  const words = foldTitle(typed).split(' ').slice(1);
  return words.map((word) => ` ${word}`).toSorted((a, b) => b.length - a.length);
}

/** Whether each beginning begins a word of the folded title. */
export function titleMatches(foldedTitle: string, beginnings: readonly string[]): boolean {
  return beginnings.every((beginning) => foldedTitle.includes(beginning));
}
