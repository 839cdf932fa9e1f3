import { countWords } from '../clean-text.ts';
import { BULLET, beginsInside, endsSentence } from './headline.ts';

/** Words up to which a line without closing punctuation is a sub-head, and not a paragraph. */
const MAX_WORDS = 14;
/** The same for a line with a list mark; sites mark sub-heads so. */
const MAX_BULLET_WORDS = 24;
/** Words up to which a question may be a sub-head. */
const MAX_QUESTION_WORDS = 9;
/** Words up to which a line that ends in a colon is a label; a longer one is a sentence that goes on. */
const MAX_LABEL_WORDS = 4;

/**
 * The words of a sub-head where a paragraph is one, without its list or Markdown mark; else
 * undefined. "'Friendship'", "- What comes next -", "## Background", "What happens now?".
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
  // Somebody speaks: a paragraph, even where its stop was lost.
  if (/[,?!]["”’] /u.test(text)) return undefined;
  const isOpen = /(?:…|\.\.\.)$/u.test(text) || (!isBullet && beginsInside(text));
  if ((isOpen || endsSentence(text)) && !isQuotedLabel(text)) return undefined;
  if (/[!,;]["'”’]?$/u.test(text)) return undefined;
  return words <= (isBullet ? MAX_BULLET_WORDS : MAX_WORDS) ? text : undefined;
}

/** A sentence that a list or a quotation goes on with. */
const INTRODUCES =
  /(?:^(?:he|she|it|they|we|i|this|these|those|there) .+| (?:that|is|are|was|were|said|says|found|include[sd]?|follows))\s*:$/iu;

/** 'Friendship', "No way back": all in quotes, without a stop. */
function isQuotedLabel(text: string): boolean {
  return /^(?:'[^']+'|‘[^’]+’|"[^"]+"|“[^”]+”)$/u.test(text) && !/[.!?,]["'”’]$/u.test(text);
}
