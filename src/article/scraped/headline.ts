import { countWords } from '../clean-text.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { labelOf } from './line-label.ts';
import { trimEndWhile } from '../../text/trim-end-while.ts';
import { onceEach } from '../../once-each.ts';
import type { TextLine } from './text-line.ts';

/**
 * Whether a line could be a headline: short, with letters, not ending like a sentence, and nothing
 * else that we recognize.
 */
export const isHeadlineLike = onceEach((line: TextLine) => {
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
});

/**
 * Whether a line ends like a sentence. The period of an abbreviation and an ellipsis don't count.
 */
export function endsSentence(text: string): boolean {
  // A bracket at the end (a credit, an aside) doesn't count either way.
  const bare = /[)\]]$/u.test(text) ? withoutBracket(text) : text;
  if (/(?:…|\.\.\.)["'”’»]*$/u.test(bare)) return false;
  if (/(?:^|[\s(])(?:\p{Lu}\.)+$|(?:^|\s)(?:Inc|Corp|Ltd|Co|Jr|Sr|St|No|vs|etc)\.$/u.test(bare)) {
    return false;
  }
  return /[.。।۔]["'”’»]*$|["'”’»][.。]$|[,!?]["”»]$/u.test(bare);
}

function withoutBracket(text: string): string {
  let open = text.length - 2;
  while (open >= 0 && !'()[]'.includes(text[open] ?? '')) open -= 1;
  const isPair = text[open] === '(' || text[open] === '[';
  return trimEndWhile(isPair ? text.slice(0, open).trimEnd() : text, /[)\]]/u);
}

/**
 * Whether a line begins in the middle of a sentence: with a lower-case letter that isn't explained
 * by a name.
 */
export function beginsInside(text: string): boolean {
  return /^[("'“‘]?\p{Ll}/u.test(text) && !/^[("'“‘]?\p{Ll}{1,2}[\p{Lu}-]/u.test(text);
}

/** A bullet at the start of a line, with its space. */
export const BULLET = /^[-–—•*·▪►‣●◦] ?(?=[\p{L}\p{N}"'“‘])/u;
