import { WORD_KINDS } from './word-kinds.ts';

/** How the headline or the text of a live blog calls itself. */
const LIVE =
  /\blive(?: ?blog| updates?| coverage| reporting)?\s?[:–—|]|\b(?:our|the) live (?:blog|coverage|updates)\b|\blive ?blog\b|[–—|] live$|\blive-?ticker\b|\ben (?:direct|vivo|directo)\s?[:–—|]|\bin diretta\s?[:–—|]/iu;

/** One of these is in all of them. To look for it first takes a tenth of the time. */
const MAYBE_LIVE =
  /\blive(?: ?blog| update| coverage| reporting|-?tic|\s?[:–—|]|$)|\ben (?:direct|vivo)|\bin diretta/i;

/** Where a blog says so: in its first or last lines. */
const SEARCHED = 1_500;

/**
 * Whether an article is a live blog: entries that were written one after the other, each a paragraph or more. `kinds` are
 * the bits of `WORD_KINDS` that the words of its text have; by default all, so that every pattern is tried.
 */
export function isLiveBlog(title: string, text: string, kinds = ~0): boolean {
  if (isLive(title)) return true;
  if ((kinds & WORD_KINDS.live) === 0) return false;
  return isLive(text.slice(0, SEARCHED)) || isLive(text.slice(-SEARCHED));
}

function isLive(part: string): boolean {
  return MAYBE_LIVE.test(part) && LIVE.test(part);
}
