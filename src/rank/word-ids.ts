import { copyString } from '../text/copy-string.ts';
import { comparableWord, wordTerm } from '../text/terms.ts';

/** What a printed word counts as: the same number for all its forms, positive for a term, negative for a stop word. */
export type WordId = number;

/** Past so many printed forms a language's numbers are given anew, so that they never fill the memory. */
const MAX_FORMS = 50_000;

/** Printed words as small numbers. Numbers of one language hold until `refresh` says that they are given anew. */
export class WordIds {
  readonly #lang: string;
  #ids = new Map<string, WordId>();
  #roots = new Map<string, WordId>();
  #terms: string[] = [''];

  constructor(lang: string) {
    this.#lang = lang;
  }

  /** To be called between texts: makes room where there are too many words. */
  refresh(): void {
    if (this.#ids.size <= MAX_FORMS) return;
    this.#ids = new Map();
    this.#roots = new Map();
    this.#terms = [''];
  }

  idOf(token: string): WordId {
    const known = this.#ids.get(token);
    if (known !== undefined) return known;
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    // A term and a stop word of the same spelling are two: "US" and "us".
    const root = term === undefined ? `-${word}` : `+${term}`;
    let id = this.#roots.get(root);
    if (id === undefined) {
      const copy = copyString(root);
      const number = this.#terms.push(copy.slice(1)) - 1;
      id = term === undefined ? -number : number;
      this.#roots.set(copy, id);
    }
    this.#ids.set(copyString(token), id);
    return id;
  }

  /** The term of a positive number. */
  termOf(id: WordId): string {
    return this.#terms[id] ?? '';
  }
}

const byLanguage = new Map<string, WordIds>();

/** Languages kept at the same time; tags in the wild are many. */
const MAX_LANGUAGES = 24;

/** The numbers of a language's words, shared by all texts of the process. */
export function wordIdsOf(lang: string): WordIds {
  let ids = byLanguage.get(lang);
  if (!ids) {
    if (byLanguage.size >= MAX_LANGUAGES) byLanguage.clear();
    byLanguage.set(lang, (ids = new WordIds(lang)));
  }
  ids.refresh();
  return ids;
}
