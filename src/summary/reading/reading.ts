import type { Sentence } from '../../text/sentences.ts';
import type { NumberedWords, WordRange } from './number-words.ts';
import type { PrintedWords } from './printed-words.ts';

/**
 * What an article says by itself: its sentences, their terms and their marks. A reading depends on
 * nothing but the article's title, text and language; what depends on the corpus or on a query is
 * added by `weighReading`. Term numbers hold within one reading; across readings, compare the texts
 * of their terms (`vocabulary`).
 */
export interface Reading extends NumberedWords {
  /** Primary language subtag. */
  readonly lang: string;
  /** The sentences of the report, in order. */
  readonly sentences: readonly ReadingSentence[];
  /** The sentences and lines that are no part of the report, in order. */
  readonly boilerplate: readonly Line[];
  /** Where the report was written, as its dateline says: "MOSCOW", "Canberra, Australia". */
  readonly place: string | undefined;
  readonly printed: { readonly title: PrintedWords; readonly text: PrintedWords };
  /** Numbers of the title's terms, each once, without those that no sentence has. */
  readonly titleTerms: readonly number[];
}

/** A sentence of the text with its words. */
export interface Line extends Sentence, WordRange {}

/** A sentence of the report, without its dateline. */
export interface ReadingSentence extends Line {
  readonly wordCount: number;
  /** How many of its words begin with a digit. */
  readonly numberCount: number;
  /** Reads like the caption of a picture. */
  readonly isCaption: boolean;
  /** Says that somebody is to be seen in a picture, but may be part of the report. */
  readonly pointsAtPicture: boolean;
  /** Opens with a word whose meaning is in the sentence before, continues its speech, or is half a quotation. */
  readonly dependsOnPrevious: boolean;
  /** Its speech continues in the next sentence, or it is a question that is answered there. */
  readonly speechGoesOn: boolean;
}
