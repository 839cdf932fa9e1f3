import type { Sentence } from '../../text/sentences.ts';
import { kindsOfSentence } from './kinds/kinds-of-sentence.ts';
import type { WordRange } from './number-words.ts';
import type { ScannedWords } from './scan-words.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** The words of a text in order, as printed and as terms. */
export class PrintedWords {
  /** By word, the number of its term in the reading; `NO_TERM` for a stop word. */
  readonly terms: readonly number[];
  /** By word, the UTF-16 offset at which it starts. */
  readonly starts: readonly number[];
  /** By word, the UTF-16 offset after its last character. */
  readonly ends: readonly number[];
  readonly #kinds: readonly number[];
  readonly #text: string;

  constructor(text: string, { starts, ends, kinds }: ScannedWords, terms: readonly number[]) {
    this.terms = terms;
    this.starts = starts;
    this.ends = ends;
    this.#kinds = kinds;
    this.#text = text;
  }

  /** What the words of a sentence of the text tell: bits of `WORD_KINDS`. */
  kindsOf(sentence: Sentence & WordRange): number {
    return kindsOfSentence({ kinds: this.#kinds, starts: this.starts }, sentence);
  }

  /** Whether a word is a term that begins with a capital, as names do. */
  isName(at: number): boolean {
    return (this.#kinds[at]! & WORD_KINDS.name) !== 0;
  }

  /** Whether a word and the next are capitalized terms with one space between them, and the first is not a possessive. */
  isRun(at: number): boolean {
    return (
      this.isName(at) &&
      this.isName(at + 1) &&
      this.#isBetween(at, ' ') &&
      !isPossessive(this.#text, this.ends[at]!)
    );
  }

  /** Whether a word and the next are parts of a compound: "al-Assad". */
  isLinked(at: number): boolean {
    return this.#isBetween(at, '-');
  }

  /** The text from one word to another as printed, without the possessive ending of the last. */
  print(first: number, last: number): string {
    const end = this.ends[last]!;
    return this.#text.slice(this.starts[first], isPossessive(this.#text, end) ? end - 2 : end);
  }

  #isBetween(at: number, mark: string): boolean {
    const end = this.ends[at];
    return end !== undefined && this.starts[at + 1] === end + 1 && this.#text[end] === mark;
  }
}

function isPossessive(text: string, end: number): boolean {
  return text[end - 1] === 's' && (text[end - 2] === "'" || text[end - 2] === '’');
}
