import type { DayWords } from './day-words.ts';

/** A day as the number of days since 1970, and where a text has it. */
export interface FoundDay {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** A sentence in which days are looked for. */
export interface DatedSentence {
  readonly text: string;
  /** In lower case, as long as the text. */
  readonly lower: string;
  readonly published: number;
  /** Primary language subtag. */
  readonly lang: string;
  readonly words: DayWords;
}
