import { BOILERPLATE_WORD } from './boilerplate-words.ts';

/** What a printed word tells by its letters alone, as bits; found once for each form. */
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
} as const;

/** How many bits they are. */
export const KIND_BITS = 6;

/** The kinds of a word as printed; `isTerm`: whether it is no stop word. */
export function kindsOf(token: string, isTerm: boolean): number {
  const { name, number, digit, boilerplate, caption, term } = WORD_KINDS;
  return (
    (isTerm && /^\p{Lu}/u.test(token) ? name : 0) |
    (/^[0-9]/.test(token) ? number : 0) |
    (/[0-9]/.test(token) ? digit : 0) |
    (BOILERPLATE_WORD.test(token) ? boilerplate : 0) |
    (/pictured|^(?:above|below|left|right|inset|cent(?:re|er))\b/i.test(token) ? caption : 0) |
    (isTerm ? term : 0)
  );
}
