import { casedText } from '../../text/terms.ts';
import { forEachToken } from '../../text/tokens.ts';
import { dropUnusedWords } from './drop-unused-words.ts';
import { grow } from './grow.ts';
import { LanguageWords } from './language-words.ts';
import { Postings } from './postings.ts';
import { StringTable } from './string-table.ts';
import { TextUnits } from './text-units.ts';
import { TextWords } from './text-words.ts';
import { WordNumbers } from './word-numbers.ts';
import { encodeWords, SEQUENCE_BREAK, type WordSequence } from './word-sequence.ts';

/** A word of the title counts this many times, since publishers put the names of an event there. */
export const TITLE_WEIGHT = 3;

/** The terms of titles and texts: which, how often and in which order. A text has a slot, a small number that is used again after its removal. */
export class TextIndex {
  readonly #strings = new StringTable();
  readonly #numbers = new WordNumbers();
  readonly #languages = new Map<string, LanguageWords>();
  readonly #postings = new Postings();
  readonly #words = new TextWords();
  /** By slot: the text's language; undefined if the slot is free. */
  readonly #texts: (LanguageWords | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  /** By slot: the number of terms with repeats, those of the title weighted. */
  #lengths = new Uint32Array(0);
  #totalLength = 0;
  readonly #units = new TextUnits();
  /** Buffers for the current text: its words and their number, its distinct terms, and by term id its count, else 0. */
  #text = new Uint32Array(0);
  #textSize = 0;
  #terms = new Uint32Array(0);
  #termCount = 0;
  #counts = new Uint32Array(0);

  /** Measures the memory of all strings, words and postings, in bytes. */
  readonly measure = (): number => this.#strings.bytes + this.#words.bytes + this.#postings.bytes;

  get size(): number {
    return this.#texts.length - this.#freeSlots.length;
  }

  get averageLength(): number {
    return this.size === 0 ? 0 : this.#totalLength / this.size;
  }

  /** The languages of the texts. */
  get languages(): string[] {
    const used = [...this.#languages.values()].filter(({ textCount }) => textCount > 0);
    return used.map(({ lang }) => lang);
  }

  /** The slots of all texts, ascending. */
  slots(): Uint32Array {
    const slots = new Uint32Array(this.size);
    let size = 0;
    for (let slot = 0; slot < this.#texts.length; slot++) {
      if (this.#texts[slot]) slots[size++] = slot;
    }
    return slots;
  }

  /** Indexes a text and returns its slot. */
  add(title: string, text: string, lang: string): number {
    const slot = this.#freeSlots.pop() ?? this.#texts.length;
    const language = this.#language(lang);
    this.#textSize = 0;
    this.#readText(title, language);
    this.#push(SEQUENCE_BREAK);
    this.#readText(text, language);
    this.#words.set(slot, this.#text, this.#textSize);
    this.#numbers.use(this.#text.subarray(0, this.#textSize));
    this.#countTerms(language);
    let length = 0;
    this.#forEachTerm((termId, count) => {
      this.#postings.add(termId, slot, count);
      length += count;
    });
    this.#texts[slot] = language;
    language.textCount += 1;
    this.#lengths = grow(this.#lengths, slot);
    this.#lengths[slot] = length;
    this.#totalLength += length;
    return slot;
  }

  remove(slot: number): void {
    const language = this.#texts[slot];
    if (!language) return;
    this.#readWords(slot);
    this.#countTerms(language);
    this.#forEachTerm((termId) => this.#postings.remove(termId, slot));
    this.#numbers.disuse(this.#text.subarray(0, this.#textSize));
    this.#words.delete(slot);
    this.#texts[slot] = undefined;
    language.textCount -= 1;
    this.#freeSlots.push(slot);
    this.#totalLength -= this.length(slot);
    this.#lengths[slot] = 0;
    dropUnusedWords(this.#strings, this.#numbers, this.#languages.values(), this.#postings);
  }

  /** The language that a text was indexed in; '' if the slot is free. */
  languageOf(slot: number): string {
    return this.#texts[slot]?.lang ?? '';
  }

  /** The number of a text's terms, those of the title weighted; 0 if the slot is free. */
  length(slot: number): number {
    return this.#lengths[slot] ?? 0;
  }

  /** The number of texts that contain a term. */
  frequency(term: string): number {
    const id = this.#strings.find(term);
    return id === undefined ? 0 : this.#postings.frequency(id);
  }

  /** Calls `visit` for each text that contains the term. */
  forEachWith(term: string, visit: (slot: number, count: number) => void): void {
    const id = this.#strings.find(term);
    if (id !== undefined) this.#postings.forEach(id, visit);
  }

  /** Calls `visit` for each of the given slots, which ascend, that has the term; `position` is its index in `slots`. */
  forEachAmong(
    term: string,
    slots: Uint32Array,
    visit: (position: number, count: number) => void,
  ): void {
    const id = this.#strings.find(term);
    if (id !== undefined) this.#postings.forEachAmong(id, slots, visit);
  }

  /** The number of texts in a language. */
  textCount(lang: string): number {
    return this.#languages.get(lang)?.textCount ?? 0;
  }

  /** Whether a text in a language ever had a word, as `comparableWord` gives it. */
  hasWord(word: string, lang: string): boolean {
    const number = this.#numbers.find(this.#strings.find(word) ?? 0);
    return number !== undefined && this.#languages.get(lang)?.hasWord(number) === true;
  }

  /** Words that may be spellings of another one and pass a test, each with the number of texts that have its term. */
  wordsLike(word: string, passes: (like: string) => boolean): { text: string; count: number }[] {
    const found: { text: string; count: number }[] = [];
    this.#strings.forEachLike(word, (id, text) => {
      const number = this.#numbers.find(id);
      if (number === undefined || !passes(text)) return;
      const termIds = [...this.#languages.values()]
        .filter((language) => language.hasWord(number))
        .map((language) => language.termOf(number));
      const count = Math.max(0, ...termIds.map((termId) => this.#postings.frequency(termId)));
      if (count > 0) found.push({ text, count });
    });
    return found;
  }

  /** The id that `readTerms` gives for a term; undefined if no text ever had it. */
  termId(term: string): number | undefined {
    return this.#strings.find(term);
  }

  /** The terms of a text's words in their order, 0 for those without one: of the title, and of the rest. Valid until the next call of the index. */
  readTerms(slot: number): { readonly title: Uint32Array; readonly body: Uint32Array } {
    const language = this.#texts[slot];
    this.#readWords(slot);
    let titleSize = 0;
    for (let i = 0; i < this.#textSize; i++) {
      const word = this.#text[i]!;
      if (word === SEQUENCE_BREAK) titleSize = i;
      this.#text[i] = word === SEQUENCE_BREAK ? 0 : (language?.termOf(word) ?? 0);
    }
    return {
      title: this.#text.subarray(0, titleSize),
      body: this.#text.subarray(titleSize + 1, this.#textSize),
    };
  }

  /** Whether a text contains one of the encodings of a phrase; see `encodePhrase`. */
  includesPhrase(slot: number, phrase: readonly WordSequence[]): boolean {
    return phrase.some((words) => this.#words.includes(slot, words));
  }

  /** Encodes a phrase, given as the possible forms of each word, in every way that may occur; empty if none can. */
  encodePhrase(phrase: readonly (readonly string[])[]): WordSequence[] {
    let encodings: number[][] = [[]];
    for (const forms of phrase) {
      const words = forms
        .map((form) => this.#numbers.find(this.#strings.find(form) ?? 0))
        .filter((word) => word !== undefined);
      encodings = encodings.flatMap((done) => words.map((word) => [...done, word])).slice(0, 32);
    }
    return encodings.filter((words) => words.length > 0).map(encodeWords);
  }

  #language(lang: string): LanguageWords {
    let language = this.#languages.get(lang);
    if (!language) {
      language = new LanguageWords(this.#strings, this.#numbers, lang);
      this.#languages.set(lang, language);
    }
    return language;
  }

  #readText(text: string, language: LanguageWords): void {
    const cased = casedText(text);
    const units = this.#units.read(cased);
    forEachToken(cased, (start, end) => this.#push(language.wordOf(cased, units, start, end)));
  }

  #readWords(slot: number): void {
    this.#textSize = 0;
    this.#words.forEach(slot, (word) => this.#push(word));
  }

  #push(word: number): void {
    if (this.#textSize === this.#text.length) this.#text = grow(this.#text, this.#textSize);
    this.#text[this.#textSize++] = word;
  }

  /** Counts the terms of the current text. */
  #countTerms(language: LanguageWords): void {
    this.#counts = grow(this.#counts, this.#strings.idLimit);
    this.#terms = grow(this.#terms, this.#textSize);
    this.#termCount = 0;
    let isTitle = true;
    for (let i = 0; i < this.#textSize; i++) {
      const word = this.#text[i]!;
      if (word === SEQUENCE_BREAK) {
        isTitle = false;
        continue;
      }
      const termId = language.termOf(word);
      if (termId === 0) continue;
      if (this.#counts[termId] === 0) this.#terms[this.#termCount++] = termId;
      this.#counts[termId]! += isTitle ? TITLE_WEIGHT : 1;
    }
  }

  /** Calls `visit` for each counted term, in order of first occurrence, and resets its count. */
  #forEachTerm(visit: (termId: number, count: number) => void): void {
    for (let i = 0; i < this.#termCount; i++) {
      const termId = this.#terms[i]!;
      const count = this.#counts[termId]!;
      this.#counts[termId] = 0;
      visit(termId, count);
    }
  }
}
