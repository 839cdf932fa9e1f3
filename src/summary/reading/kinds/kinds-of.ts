import { BOILERPLATE_WORD } from '../boilerplate-words.ts';
import { isFiniteVerb, NO_VERB_AFTER } from '../finite-verb.ts';
import { findTellingKinds } from '../telling-words.ts';
import { WORD_KINDS } from '../word-kinds.ts';
import { openingKinds } from './opening-kinds.ts';

/** The kinds of a word as printed; `isTerm`: whether it isn't a stop word. */
export function kindsOf(token: string, isTerm: boolean): number {
  const { name, number, digit, boilerplate, caption, term, live } = WORD_KINDS;
  let kinds =
    (isTerm && /^\p{Lu}/u.test(token) ? name : 0) |
    (/^[0-9]/.test(token) ? number : 0) |
    (/[0-9]/.test(token) ? digit : 0) |
    (BOILERPLATE_WORD.test(token) ? boilerplate : 0) |
    (/pictured|^(?:above|below|left|right|inset|cent(?:re|er))\b/i.test(token) ? caption : 0) |
    (isTerm ? term : 0) |
    (/\blive(?:\b|blog|ticker)|\b(?:directo?|vivo|diretta)$/i.test(token) ? live : 0) |
    openingKinds(token) |
    verbKinds(token);
  for (const kind of findTellingKinds(token)) kinds |= WORD_KINDS[kind];
  return kinds;
}

/**
 * "Star" is a noun in "film star Ann Lee", and "Spanish selfies and change." ends with one. Of forms with anything but
 * plain letters, and after them, only `isFragment` can tell.
 */
function verbKinds(token: string): number {
  const lower = token.toLowerCase();
  if (!/^[a-z]+$/.test(lower) || NO_VERB_AFTER.has(lower) || lower === 'and') {
    return WORD_KINDS.beforeNoun;
  }
  return lower === token && lower !== 'star' && isFiniteVerb(token) ? WORD_KINDS.verb : 0;
}
