import { countWords } from '../clean-text.ts';
import { BULLET, beginsInside, endsSentence } from './headline.ts';

/**
 * A line without closing punctuation is a sub-head up to this many words, and a paragraph beyond.
 */
const MAX_WORDS = 14;
/** The same for a line with a bullet, which some sites use for sub-heads. */
const MAX_BULLET_WORDS = 24;
/** A question may be a sub-head up to this many words. */
const MAX_QUESTION_WORDS = 9;
/**
 * A line that ends in a colon is a label up to this many words. A longer one introduces something.
 */
const MAX_LABEL_WORDS = 4;

/**
 * Returns the words of a sub-head without its bullet or Markdown mark. Undefined if the paragraph
 * isn't one. "'Friendship'", "- What comes next -", "## Background", "What happens now?".
 */
export function findSubhead(paragraph: string): string | undefined {
  if (paragraph.length > 200) return undefined;
  const marked = /^#{1,6} +(.+?)(?: +#+)?$|^\*\*([^*]+)\*\*$|^__([^_]+)__$/u.exec(paragraph);
  if (marked) return marked[1] ?? marked[2] ?? marked[3];
  const isBullet = BULLET.test(paragraph);
  const text = paragraph.replace(BULLET, '').replace(/ [-–—]$/u, '');
  const words = countWords(text);
  if (words === 0) return undefined;
  if (text.endsWith(':')) {
    return words <= MAX_LABEL_WORDS && !INTRODUCES.test(text) ? text : undefined;
  }
  if (/[?؟]$/u.test(text)) {
    return words <= MAX_QUESTION_WORDS && !/["“”]/u.test(text) ? text : undefined;
  }
  // Direct speech is a paragraph, even if its period is missing.
  if (/[,?!]["”’] /u.test(text)) return undefined;
  const isOpen = /(?:…|\.\.\.)$/u.test(text) || (!isBullet && beginsInside(text));
  if ((isOpen || endsSentence(text)) && !isQuotedLabel(text)) return undefined;
  if (/[!,;]["'”’]?$/u.test(text)) return undefined;
  return words <= (isBullet ? MAX_BULLET_WORDS : MAX_WORDS) ? text : undefined;
}

/** A sentence that introduces a list or a quotation. */
const INTRODUCES =
  /(?:^(?:he|she|it|they|we|i|this|these|those|there) .+| (?:that|is|are|was|were|said|says|found|include[sd]?|follows))\s*:$/iu;

/** 'Friendship', "No way back": all in quotes, without a period. */
function isQuotedLabel(text: string): boolean {
  return /^(?:'[^']+'|‘[^’]+’|"[^"]+"|“[^”]+”)$/u.test(text) && !/[.!?,]["'”’]$/u.test(text);
}
