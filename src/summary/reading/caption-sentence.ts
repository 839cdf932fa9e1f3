import { WORD_KINDS } from './word-kinds.ts';

/** Words that say where to look in a picture. "(pictured)" in brackets does not count: a report's own sentence may have it. */
const PICTURED =
  /\((?:left|right|centre|center|above|below|top|bottom|file|seen here)\b[^)]{0,40}\)|(?<!\()\bpictured\b|^(?:above|below|left|right)\b/iu;

/** A label before what is seen: "Tense: Murray shows his emotion." */
const LABELLED =
  /^[^\s:"“]+(?:\s[^\s:"“]+){0,4}(?<!\b(?:said|says|added|warned|wrote|tweeted|asked)):\s\p{Lu}[^.]{0,200}\.?$/u;

/**
 * Whether a sentence reads like the caption of a picture, which the reader does not see.
 * `kinds` are the bits of `WORD_KINDS` that its words have; by default all, so that every pattern is tried.
 */
export function isCaption(sentence: string, kinds = ~0): boolean {
  const opening = sentence.slice(0, 400);
  if (opening.includes(':') && LABELLED.test(opening)) return true;
  const mayBePictured = (kinds & WORD_KINDS.caption) !== 0 || opening.includes('(');
  return mayBePictured && PICTURED.test(opening);
}
