import { casedText } from '../../text/terms.ts';
import { forEachToken } from '../../text/tokens.ts';
import { dropUnusedWords } from './drop-unused-words.ts';
import { grow } from './grow.ts';
import { LanguageWords } from './language-words.ts';
import { Postings } from './postings.ts';
import { StringTable } from './string-table.ts';
import { TermCounts } from './term-counts.ts';
import { TextUnits } from './text-units.ts';
import { TextWords } from './text-words.ts';
import { WordNumbers } from './word-numbers.ts';
import { encodeWords, SEQUENCE_BREAK, type WordSequence } from './word-sequence.ts';

type Visit = (slotOrPosition: number, count: number) => void;

/** The terms of titles and texts: which, how often and in which order. A text has a slot, a small number that is used again after its removal. */
export class TextIndex {
  #strings = new StringTable();
  #numbers = new WordNumbers();
  readonly #languages = new Map<string, LanguageWords>();
  #postings = new Postings();
  #words = new TextWords();
  /** By slot: the text's language; undefined if the slot is free. */
  readonly #texts: (LanguageWords | undefined)[] = [];
  #freeSlots: number[] = [];
  /** By slot: the number of terms with repeats, those of the title weighted. */
  #lengths = new Uint32Array(0);
  #totalLength = 0;
  readonly #units = new TextUnits();
  /** Buffers for the current text: its words and their number, and its terms. */
  #text = new Uint32Array(0);
  #textSize = 0;
  readonly #counts = new TermCounts();

  /** The index that `save` described. */
  static restore(saved: ReturnType<TextIndex['save']>): TextIndex {
    const index = new TextIndex();
    index.#strings = StringTable.restore(saved.strings);
    index.#numbers = WordNumbers.restore(saved.numbers);
    index.#postings = Postings.restore(saved.postings);
    index.#words = TextWords.restore(saved.words);
    const languages = saved.languages.map((each) => index.#language(each.lang).restore(each));
    for (const number of saved.texts) index.#texts.push(languages[number - 1]);
    index.#freeSlots = [...saved.freeSlots];
    index.#lengths = saved.lengths;
    index.#totalLength = saved.totalLength;
    return index;
  }

  /** What a file needs for `restore`: the index's own arrays, valid until a text changes. */
  save() {
    const languages = [...this.#languages.values()];
    const texts = Uint32Array.from(this.#texts, (text) => (text ? languages.indexOf(text) + 1 : 0));
    return {
      strings: this.#strings.save(),
      numbers: this.#numbers.save(),
      postings: this.#postings.save(),
      words: this.#words.save(),
      languages: languages.map((language) => language.save()),
      texts,
      freeSlots: Uint32Array.from(this.#freeSlots),
      lengths: this.#lengths,
      totalLength: this.#totalLength,
    };
  }

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
    this.#counts.count(this.#text, this.#textSize, language, this.#strings.idLimit);
    let length = 0;
    this.#counts.forEach((termId, count) => {
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
    this.#numbers.disuse(this.#text.subarray(0, this.#textSize));
    this.#counts.count(this.#text, this.#textSize, language, this.#strings.idLimit);
    this.#counts.forEach((termId) => this.#postings.remove(termId, slot));
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
  forEachWith(term: string, visit: Visit): void {
    const id = this.#strings.find(term);
    if (id !== undefined) this.#postings.forEach(id, visit);
  }

  /** Calls `visit` for each of the given slots, which ascend, that has the term; `position` is its index in `slots`. */
  forEachAmong(term: string, slots: Uint32Array, visit: Visit): void {
    const id = this.#strings.find(term);
    if (id !== undefined) this.#postings.forEachAmong(id, slots, visit);
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

  /** The terms of a text's words in their order, 0 for those without one: of the title, and of the rest or its first words. Valid until the next call of the index. */
  readTerms(slot: number, bodyWords?: number) {
    const language = this.#texts[slot];
    this.#readWords(slot, bodyWords);
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

  #readWords(slot: number, bodyWords?: number): void {
    this.#textSize = 0;
    this.#words.forEach(slot, (word) => this.#push(word), bodyWords);
  }

  #push(word: number): void {
    if (this.#textSize === this.#text.length) this.#text = grow(this.#text, this.#textSize);
    this.#text[this.#textSize++] = word;
  }
}
