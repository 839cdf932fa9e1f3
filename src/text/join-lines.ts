/** A line break inside a sentence, as print and e-mail wrap text. */
const BREAK = /[\r\n\v\f\u0085\u2028\u2029]/u;

/** Joins a wrapped sentence into one line. All other characters stay as they are. */
export function joinLines(sentence: string): string {
  return sentence.replaceAll(/\s+/gu, (space) => (BREAK.test(space) ? ' ' : space));
}
