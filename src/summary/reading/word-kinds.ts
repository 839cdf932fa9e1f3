import { BOILERPLATE_WORD } from './boilerplate-words.ts';
import { findTellingKinds } from './telling-words.ts';

/**
 * What a printed word tells by its letters alone, as bits; found once for each form. A pattern is tried only on
 * sentences that have a word of the kind without which it cannot match: most have none.
 */
export const WORD_KINDS = {
  /** A term that begins with a capital, as names do. */
  name: 1,
  /** Begins with a digit. */
  number: 2,
  /** Holds a digit. */
  digit: 4,
  /** One of the words that give page boilerplate away. */
  boilerplate: 8,
  /** One of the words that give a caption away. */
  caption: 16,
  /** No stop word. */
  term: 32,
  /** "This", "that", "these", "those". */
  demonstrative: 64,
  /** Of a third person: "she", "its", "themselves". */
  pronoun: 128,
  /** Of the first or second person: "I", "your". */
  person: 256,
  /** One of the other words by which a sentence points at what was said before it. */
  pointing: 512,
  /** One of the words that tell what is done at the moment of a picture. */
  action: 1024,
  /** One of the words by which a live blog calls itself. */
  live: 2048,
} as const;

/** The kinds of a word as printed; `isTerm`: whether it is no stop word. */
export function kindsOf(token: string, isTerm: boolean): number {
  const { name, number, digit, boilerplate, caption, term, live } = WORD_KINDS;
  let kinds =
    (isTerm && /^\p{Lu}/u.test(token) ? name : 0) |
    (/^[0-9]/.test(token) ? number : 0) |
    (/[0-9]/.test(token) ? digit : 0) |
    (BOILERPLATE_WORD.test(token) ? boilerplate : 0) |
    (/pictured|^(?:above|below|left|right|inset|cent(?:re|er))\b/i.test(token) ? caption : 0) |
    (isTerm ? term : 0) |
    (/live|direct|vivo|diretta/i.test(token) ? live : 0);
  for (const kind of findTellingKinds(token)) kinds |= WORD_KINDS[kind];
  return kinds;
}
