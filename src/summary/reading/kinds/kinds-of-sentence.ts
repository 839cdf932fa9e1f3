import type { Sentence } from '../../../text/sentences.ts';
import type { WordRange } from '../number-words.ts';
import type { ScannedWords } from '../scan-words.ts';
import { WORD_KINDS } from '../word-kinds.ts';

const OPENING = WORD_KINDS.opensBoilerplate | WORD_KINDS.opensBack | WORD_KINDS.opensPart;

const SPACE = 32;

/**
 * The kinds of a sentence, from those of the words of its text: all that any of its words has. How it may begin, the
 * first word tells, or anything if the sentence does not begin with it.
 */
export function kindsOfSentence(
  { kinds, starts }: Pick<ScannedWords, 'kinds' | 'starts'>,
  { text, start, firstWord, endWord }: Sentence & WordRange,
): number {
  const { demonstrative, preposition, timeNoun, pointing, prepositional, verbless } = WORD_KINDS;
  const { verb, beforeNoun } = WORD_KINDS;
  let all = 0;
  let before = 0;
  let hasVerb = false;
  for (let at = firstWord; at < endWord; at++) {
    const word = kinds[at]!;
    all |= word;
    if ((word & demonstrative) !== 0 && (before & preposition) !== 0) all |= prepositional;
    if ((word & timeNoun) !== 0 && (before & demonstrative) !== 0) all |= pointing;
    // Within a compound it may be none: "half-run".
    hasVerb ||=
      (word & verb) !== 0 &&
      (before & beforeNoun) === 0 &&
      text.charCodeAt(starts[at]! - start - 1) === SPACE;
    before = word;
  }
  all &= ~OPENING;
  if (!hasVerb) all |= verbless;
  const opens = firstWord < endWord && starts[firstWord] === start;
  return all | (opens ? kinds[firstWord]! & OPENING : OPENING);
}
