import { copyString } from '../../text/copy-string.ts';
import { textOfUnits } from '../../text/code-units.ts';
import { comparableWord, wordTerm } from '../../text/terms.ts';
import { backgroundFrequency } from '../../index/corpus/corpus.ts';
import { FormTable } from './form-table.ts';
import { KIND_BITS, kindsOf } from './word-kinds.ts';

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
  /** By printed form: what `wordAt` gives. */
  readonly #forms = new FormTable();
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

  /** The word that stands at `start` up to `end`: its id, and its kinds in the lowest bits. */
  wordAt(units: Uint16Array, start: number, end: number): number {
    return this.#forms.get(units, start, end) ?? this.#learn(units, start, end);
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

  #learn(units: Uint16Array, start: number, end: number): number {
    const token = textOfUnits(units.subarray(start, end));
    const comparable = comparableWord(token, this.#lang);
    const term = wordTerm(comparable, this.#lang);
    // A term and a stop word of the same spelling are two: "US" and "us".
    const root = copyString(term === undefined ? `-${comparable}` : `+${term}`);
    let id = this.#roots.get(root);
    if (id === undefined) {
      id = this.#terms.push(term === undefined ? undefined : root.slice(1)) - 1;
      this.#backgrounds.push(term === undefined ? 0 : backgroundFrequency(term));
      this.#roots.set(root, id);
    }
    const word = (id << KIND_BITS) | kindsOf(token, term !== undefined);
    this.#forms.add(units, start, end, word);
    return word;
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
