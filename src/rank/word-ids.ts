import { copyString } from '../text/copy-string.ts';
import { comparableWord, wordTerm } from '../text/terms.ts';

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
  readonly #ids = new Map<string, number>();
  readonly #roots = new Map<string, number>();
  /** By id: the term, or undefined for a stop word. */
  readonly #terms: (string | undefined)[] = [];

  constructor(lang: string) {
    this.#lang = lang;
  }

  get isFull(): boolean {
    return this.#ids.size > MAX_FORMS;
  }

  /** One more than the highest id. */
  get size(): number {
    return this.#terms.length;
  }

  idOf(token: string): number {
    return this.#ids.get(token) ?? this.#add(token);
  }

  isTerm(id: number): boolean {
    return this.#terms[id] !== undefined;
  }

  /** What an id stands for; undefined for stop words. */
  termOf(id: number): string | undefined {
    return this.#terms[id];
  }

  #add(token: string): number {
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    // A term and a stop word of the same spelling are two: "US" and "us".
    const root = copyString(term === undefined ? `-${word}` : `+${term}`);
    let id = this.#roots.get(root);
    if (id === undefined) {
      id = this.#terms.push(term === undefined ? undefined : root.slice(1)) - 1;
      this.#roots.set(root, id);
    }
    this.#ids.set(copyString(token), id);
    return id;
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
