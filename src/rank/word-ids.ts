import { copyString } from '../text/copy-string.ts';
import { textOfUnits } from '../text/code-units.ts';
import { comparableWord, wordTerm } from '../text/terms.ts';
import { backgroundFrequency } from './corpus.ts';
import { FormTable } from './form-table.ts';
import { kindsOf } from './word-kinds.ts';

/** Past so many printed forms a language's ids are given anew, so that they never fill the memory. */
const MAX_FORMS = 50_000;

/** Languages kept at the same time; tags in the wild are many. */
const MAX_LANGUAGES = 24;

/**
 * Printed words of one language as small numbers: all forms of a term have one id, and so has each
 * stop word. Ids hold for as long as the object is held.
 */
export class WordIds {
  readonly #lang: string;
  readonly #forms = new FormTable();
  /** By form: its id, and its kinds. */
  readonly #ids: number[] = [];
  readonly #kinds: number[] = [];
  readonly #roots = new Map<string, number>();
  /** By id: the term, or undefined for a stop word. */
  readonly #terms: (string | undefined)[] = [];
  readonly #backgrounds: number[] = [];

  constructor(lang: string) {
    this.#lang = lang;
  }

  get isFull(): boolean {
    return this.#forms.size > MAX_FORMS;
  }

  /** One more than the highest id. */
  get size(): number {
    return this.#terms.length;
  }

  /** The number of the printed form that stands at `start` up to `end`. */
  formAt(units: Uint16Array, start: number, end: number): number {
    const form = this.#forms.numberOf(units, start, end);
    if (form === this.#ids.length) this.#learn(textOfUnits(units.subarray(start, end)));
    return form;
  }

  idOf(form: number): number {
    return this.#ids[form]!;
  }

  /** What a form tells by its letters: bits of `WORD_KINDS`. */
  kindsOf(form: number): number {
    return this.#kinds[form]!;
  }

  isTerm(id: number): boolean {
    return this.#terms[id] !== undefined;
  }

  /** What an id stands for; undefined for stop words. */
  termOf(id: number): string | undefined {
    return this.#terms[id];
  }

  /** In how many articles of the corpora's background an id's term occurs. */
  backgroundOf(id: number): number {
    return this.#backgrounds[id]!;
  }

  #learn(token: string): void {
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    // A term and a stop word of the same spelling are two: "US" and "us".
    const root = copyString(term === undefined ? `-${word}` : `+${term}`);
    let id = this.#roots.get(root);
    if (id === undefined) {
      id = this.#terms.push(term === undefined ? undefined : root.slice(1)) - 1;
      this.#backgrounds.push(term === undefined ? 0 : backgroundFrequency(term));
      this.#roots.set(root, id);
    }
    this.#ids.push(id);
    this.#kinds.push(kindsOf(token, term !== undefined));
  }
}

const byLanguage = new Map<string, WordIds>();

/** The ids of a language's words, shared by the texts of the process. */
export function wordIdsOf(lang: string): WordIds {
  let ids = byLanguage.get(lang);
  if (!ids || ids.isFull) {
    if (!ids && byLanguage.size >= MAX_LANGUAGES) byLanguage.clear();
    byLanguage.set(lang, (ids = new WordIds(lang)));
  }
  return ids;
}
