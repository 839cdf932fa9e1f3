import { stripAccents } from '../text/tokens.ts';

/** A title for matching what is typed: lower case, no accents, single spaces between and before words. */
export function foldTitle(title: string): string {
  const words = stripAccents(title.toLowerCase()).match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? ` ${words.join(' ')}` : '';
}

/** Whether each typed word begins a word of the title; both folded. */
export function titleMatches(foldedTitle: string, foldedTyped: string): boolean {
  if (foldedTitle.includes(foldedTyped)) return true;
  return foldedTyped
    .slice(1)
    .split(' ')
    .every((word) => foldedTitle.includes(` ${word}`));
}
