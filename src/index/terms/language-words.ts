import { comparableWord, isCapital, wordTerm } from '../../text/terms.ts';
import { grow } from './grow.ts';
import type { StringTable } from './string-table.ts';
import type { WordNumbers } from './word-numbers.ts';

/** Which words and terms the tokens of one language are, by ids and numbers that languages share. */
export class LanguageWords {
  readonly lang: string;
  /** Texts of this language that the index holds. */
  textCount = 0;
  readonly #table: StringTable;
  readonly #numbers: WordNumbers;
  /** By id of a token as written: twice its word's number, and 1 for a capital; 0 where not seen yet. */
  #words = new Uint32Array(0);
  /** By number of a word: one more than its term's id, 1 for no term; 0 where not seen yet. */
  #terms = new Uint32Array(0);

  constructor(table: StringTable, numbers: WordNumbers, lang: string) {
    this.#table = table;
    this.#numbers = numbers;
    this.lang = lang;
  }

  /** For a token in its text, given with its units: twice the number of its comparable form, and 1 where it has a capital, as names do. */
  wordOf(text: string, units: Uint16Array, start: number, end: number): number {
    const token = this.#table.idOf(units, start, end);
    return this.#words[token] || this.#readWord(token, text.slice(start, end));
  }

  /** The id of the term that a word counts as, 0 for none; `wordOf` must have given the word. */
  termOf(word: number): number {
    return this.#terms[word]! - 1;
  }

  #readWord(token: number, text: string): number {
    const comparable = comparableWord(text, this.lang);
    const word = this.#numbers.numberOf(this.#table.intern(comparable));
    this.#terms = grow(this.#terms, word);
    this.#terms[word] ||= this.#readTerm(comparable) + 1;
    this.#words = grow(this.#words, token);
    return (this.#words[token] = word * 2 + Number(isCapital(text, 0)));
  }

  #readTerm(word: string): number {
    const term = wordTerm(word, this.lang);
    return term === undefined ? 0 : this.#table.intern(term);
  }
}
