import { forEachCasedToken } from '../text/terms.ts';
import { NAME_WEIGHT, TITLE_WEIGHT } from './article-terms.ts';
import { Postings } from './postings.ts';
import { TermIds } from './term-ids.ts';
import {
  decodeWords,
  encodeWords,
  includesWords,
  SEQUENCE_BREAK,
  type WordSequence,
} from './word-sequence.ts';

interface IndexedText {
  readonly words: WordSequence;
  /** One bit a word and break: whether it is written with a capital. */
  readonly capitals: Buffer;
  readonly lang: string;
  /** Terms, repeats counted, the title's weighted. */
  readonly length: number;
}

/** Titles and texts by slot, a small number that is used again after a removal: which terms, how often, in which order. */
export class TextIndex {
  readonly #ids = new TermIds();
  readonly #postings = new Postings();
  readonly #texts: (IndexedText | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  #totalLength = 0;
  /** Counts by term id while one text is counted, else all 0: a map for each text would cost as much as the rest. */
  #counts = new Uint32Array(1024);

  /** One more than the highest slot ever used. */
  get slotCount(): number {
    return this.#texts.length;
  }

  get size(): number {
    return this.#texts.length - this.#freeSlots.length;
  }

  get averageLength(): number {
    return this.size === 0 ? 0 : this.#totalLength / this.size;
  }

  /** Languages of the texts seen so far. */
  get languages(): readonly string[] {
    return this.#ids.languages;
  }

  /** Indexes a text and returns its slot. */
  add(title: string, text: string, lang: string): number {
    const slot = this.#freeSlots.pop() ?? this.#texts.length;
    const ids: number[] = [];
    const isCapital: boolean[] = [];
    const collect = (token: string, capital: boolean): void => {
      ids.push(this.#ids.wordOf(token, lang));
      isCapital.push(capital);
    };
    forEachCasedToken(title, collect);
    ids.push(SEQUENCE_BREAK);
    isCapital.push(false);
    forEachCasedToken(text, collect);
    const words = encodeWords(ids);
    const capitals = encodeBits(isCapital);
    let length = 0;
    this.#forEachTerm({ words, lang }, (termId, count) => {
      this.#postings.add(termId, slot, count);
      length += count;
    });
    this.#texts[slot] = { words, capitals, lang, length };
    this.#totalLength += length;
    return slot;
  }

  remove(slot: number): void {
    const text = this.#texts[slot];
    if (!text) return;
    this.#forEachTerm(text, (termId) => this.#postings.remove(termId, slot));
    this.#texts[slot] = undefined;
    this.#freeSlots.push(slot);
    this.#totalLength -= text.length;
  }

  has(slot: number): boolean {
    return this.#texts[slot] !== undefined;
  }

  /** The language that a text was indexed in; '' where there is none. */
  languageOf(slot: number): string {
    return this.#texts[slot]?.lang ?? '';
  }

  /** Terms of a text, the title's weighted; 0 where there is none. */
  length(slot: number): number {
    return this.#texts[slot]?.length ?? 0;
  }

  /** In how many texts a term occurs. */
  frequency(term: string): number {
    const id = this.#ids.find(term);
    return id === undefined ? 0 : this.#postings.frequency(id);
  }

  /** How often each term occurs in a text, the title's words and names weighted. */
  counts(slot: number): Map<string, number> {
    const counts = new Map<string, number>();
    const text = this.#texts[slot];
    if (!text) return counts;
    this.#forEachTerm(text, (termId, count) => counts.set(this.#ids.text(termId), count), {
      capitals: text.capitals,
    });
    return counts;
  }

  /** Calls back for each text with the term. */
  forEachWith(term: string, visit: (slot: number, count: number) => void): void {
    const id = this.#ids.find(term);
    if (id !== undefined) this.#postings.forEach(id, visit);
  }

  /** Whether a text has these words one after the other; of each word any of the given forms will do. */
  includesPhrase(slot: number, phrase: readonly WordSequence[]): boolean {
    const text = this.#texts[slot];
    return text !== undefined && phrase.some((words) => includesWords(text.words, words));
  }

  /** Every encoding of a phrase out of words that the index has seen; empty where it cannot occur. */
  encodePhrase(phrase: readonly (readonly string[])[]): WordSequence[] {
    let encodings: number[][] = [[]];
    for (const forms of phrase) {
      const ids = forms.map((form) => this.#ids.find(form)).filter((id) => id !== undefined);
      encodings = encodings.flatMap((done) => ids.map((id) => [...done, id])).slice(0, 32);
    }
    return encodings.filter((ids) => ids.length > 0).map(encodeWords);
  }

  /** Calls back with each term of a text, once; names are weighted where `capitals` says which words they are. */
  #forEachTerm(
    { words, lang }: Pick<IndexedText, 'words' | 'lang'>,
    visit: (termId: number, count: number) => void,
    { capitals }: { capitals?: Buffer } = {},
  ): void {
    const found: number[] = [];
    let weight = TITLE_WEIGHT;
    decodeWords(words, (wordId, position) => {
      if (wordId === SEQUENCE_BREAK) {
        weight = 1;
        return;
      }
      const termId = this.#ids.termOf(wordId, lang);
      if (termId === 0) return;
      const isName = capitals !== undefined && weight === 1 && readBit(capitals, position);
      if (this.#count(termId) === 0) found.push(termId);
      this.#counts[termId]! += isName ? NAME_WEIGHT : weight;
    });
    for (const termId of found) {
      const count = this.#counts[termId]!;
      this.#counts[termId] = 0;
      visit(termId, count);
    }
  }

  #count(termId: number): number {
    if (termId >= this.#counts.length) {
      const larger = new Uint32Array(termId * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    return this.#counts[termId]!;
  }
}

function encodeBits(bits: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8));
  for (let i = 0; i < bits.length; i++) if (bits[i]) bytes[i >> 3]! |= 1 << (i & 7);
  return bytes;
}

function readBit(bytes: Buffer, at: number): boolean {
  return ((bytes[at >> 3]! >> (at & 7)) & 1) === 1;
}
