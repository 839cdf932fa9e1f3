/** A stretch of a sentence, in UTF-16 offsets of its text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
