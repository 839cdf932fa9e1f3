import { countWords } from '../clean-text.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { labelOf } from './line-label.ts';
import type { TextLine } from './text-line.ts';

/** Whether a line could be a headline: short, with letters, not closed like a sentence, and nothing else that we know. */
export function isHeadlineLike(line: TextLine): boolean {
  const { text } = line;
  return (
    text.length <= ARTICLE_LIMITS.maxHeadlineChars &&
    /\p{L}/u.test(text) &&
    !endsSentence(text) &&
    !/[,;:]$/u.test(text) &&
    !beginsInside(text) &&
    countWords(text) <= 40 &&
    !BULLET.test(text) &&
    labelOf(line) === undefined
  );
}

/** Whether a line closes as a sentence does; an abbreviation's stop and an ellipsis close nothing. */
export function endsSentence(text: string): boolean {
  // A bracket at the end (a credit, an aside) neither closes a sentence nor keeps it open.
  const bare = text.replace(/\s*[([][^()[\]]*[)\]]$/u, '').replace(/[)\]]+$/u, '');
  if (/(?:…|\.\.\.)["'”’»]*$/u.test(bare)) return false;
  if (/(?:^|[\s(])(?:\p{Lu}\.)+$|(?:^|\s)(?:Inc|Corp|Ltd|Co|Jr|Sr|St|No|vs|etc)\.$/u.test(bare)) {
    return false;
  }
  return /[.。।۔]["'”’»]*$|["'”’»][.。]$|[,!?]["”»]$/u.test(bare);
}

/** Whether a line begins in the middle of a sentence: with a small letter that no name explains. */
export function beginsInside(text: string): boolean {
  return /^[("'“‘]?\p{Ll}/u.test(text) && !/^[("'“‘]?\p{Ll}{1,2}[\p{Lu}-]/u.test(text);
}

/** A list mark at the start of a line, with its space. */
export const BULLET = /^[-–—•*·▪►‣●◦] ?(?=[\p{L}\p{N}"'“‘])/u;
