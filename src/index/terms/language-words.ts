import { comparableWord, wordTerm } from '../../text/terms.ts';
import { grow } from './grow.ts';
import type { StringTable } from './string-table.ts';
import type { WordNumbers } from './word-numbers.ts';

/** What is saved of a language's words. */
type SavedWords = ReturnType<LanguageWords['save']>;

/** Caches the word and the term of each token of one language. Languages share the ids and numbers. */
export class LanguageWords {
  readonly lang: string;
  /** The number of indexed texts in this language. */
  textCount = 0;
  readonly #table: StringTable;
  readonly #numbers: WordNumbers;
  /** By id of a token as written: its word's number; 0 if it was not seen yet. */
  #words = new Uint32Array(0);
  /** By number of a word: its term's id plus 1, or 1 if it has no term; 0 if it was not seen yet. */
  #terms = new Uint32Array(0);

  constructor(table: StringTable, numbers: WordNumbers, lang: string) {
    this.#table = table;
    this.#numbers = numbers;
    this.lang = lang;
  }

  /** Becomes what `save` described of this language. It must be new. */
  restore({ textCount, words, terms }: SavedWords): this {
    this.textCount = textCount;
    this.#words = words;
    this.#terms = terms;
    return this;
  }

  /** What a file needs for `restore`: its own arrays, valid until a word is added. */
  save() {
    const { lang, textCount } = this;
    return { lang, textCount, words: this.#words, terms: this.#terms };
  }

  /** The word of a token: the number of its comparable form. `units` are those of `text`. */
  wordOf(text: string, units: Uint16Array, start: number, end: number): number {
    const token = this.#table.idOf(units, start, end);
    return this.#words[token] || this.#readWord(token, text.slice(start, end));
  }

  /** The id of a word's term, or 0 if it has none. `wordOf` must have returned the word before. */
  termOf(word: number): number {
    return this.#terms[word]! - 1;
  }

  /** Whether a text in this language had a word, given by its number. */
  hasWord(word: number): boolean {
    return (this.#terms[word] ?? 0) > 0;
  }

  /** Forgets the words that do not pass a test, with their tokens, and calls `visit` for the tokens of the others. */
  keepOnly(
    isKept: (word: number, termId: number) => boolean,
    visit: (token: number) => void,
  ): void {
    for (let word = 0; word < this.#terms.length; word++) {
      if (this.#terms[word] !== 0 && !isKept(word, this.termOf(word))) this.#terms[word] = 0;
    }
    for (let token = 0; token < this.#words.length; token++) {
      if (this.#words[token] === 0) continue;
      if (this.hasWord(this.#words[token]!)) visit(token);
      else this.#words[token] = 0;
    }
  }

  #readWord(token: number, text: string): number {
    const comparable = comparableWord(text, this.lang);
    const word = this.#numbers.numberOf(this.#table.intern(comparable));
    this.#terms = grow(this.#terms, word);
    this.#terms[word] ||= this.#readTerm(comparable) + 1;
    this.#words = grow(this.#words, token);
    return (this.#words[token] = word);
  }

  #readTerm(word: string): number {
    const term = wordTerm(word, this.lang);
    return term === undefined ? 0 : this.#table.intern(term);
  }
}
