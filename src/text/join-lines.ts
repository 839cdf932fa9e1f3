/**
 * A line break inside a sentence, as print and e-mail wrap text, with the white space around it.
 */
const BREAK = /[^\S\r\n\v\f\u0085\u2028\u2029]*(?:\r\n|[\r\n\v\f\u0085\u2028\u2029])\s*/gu;

/** Joins a wrapped sentence into one line. All other characters stay as they are. */
export function joinLines(sentence: string): string {
  return sentence.replaceAll(BREAK, ' ');
}
