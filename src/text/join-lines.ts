/** A sentence's line breaks, as print and e-mail wrap text, with the space around them. */
const BREAK = /[^\S\r\n\v\f\u0085\u2028\u2029]*(?:\r\n|[\r\n\v\f\u0085\u2028\u2029])\s*/gu;

/** A sentence that was wrapped over lines, on one line; every other character as it is. */
export function joinLines(sentence: string): string {
  return sentence.replaceAll(BREAK, ' ');
}
