import { grow } from '../../index/terms/grow.ts';
import { StringTable } from '../../index/terms/string-table.ts';
import { comparableWord, wordTerm } from '../../text/terms.ts';
import { comparableTerm } from '../comparable-term.ts';
import { hashWord } from './sketch.ts';
import { Vocabulary } from './vocabulary.ts';

/** Tokens that are kept. In news they are all but a few in a hundred of those that come. */
const MOST_TOKENS = 100_000;

/** A figure is a name anywhere, what has a capital within a sentence. */
export const TOKEN_KINDS = { other: 1, capital: 2, figure: 3 } as const;

/** What joining needs of the tokens of one language, so that it is found out once for each. */
export class TokenCache {
  readonly #lang: string;
  #table = new StringTable();
  #vocabulary = new Vocabulary();
  /** By token id: the number of its term, 0 for a token without one. */
  #terms = new Uint32Array(1024);
  /** By token id: whether it may be a name; 0 if it was not read yet. */
  #kinds = new Uint8Array(1024);
  /** By token id: the hash of its comparable form. */
  #hashes = new Int32Array(1024);
  /** By token id: whether it came again since tokens were forgotten. */
  #cameAgain = new Uint8Array(1024);

  constructor(lang: string) {
    this.#lang = lang;
  }

  /** What numbers the terms; another one after `trim` has forgotten some. */
  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** The id of a token; valid until `trim`. `units` are those of `text`. */
  idOf(text: string, units: Uint16Array, start: number, end: number): number {
    const id = this.#table.idOf(units, start, end);
    if (id < this.#kinds.length && this.#kinds[id] !== 0) this.#cameAgain[id] = 1;
    else this.#read(id, text.slice(start, end));
    return id;
  }

  /** The number of a token's term; 0 if it has none. */
  termOf(id: number): number {
    return this.#terms[id]!;
  }

  hashOf(id: number): number {
    return this.#hashes[id]!;
  }

  /** One of `TOKEN_KINDS`. */
  kindOf(id: number): number {
    return this.#kinds[id]!;
  }

  /**
   * If there are too many tokens, forgets those that came once since the last time, and their terms. Names that never
   * come again are most of them.
   */
  trim(): void {
    if (this.#table.size <= MOST_TOKENS) return;
    const former = this.#vocabulary;
    this.#vocabulary = new Vocabulary();
    this.#table.keepOnly((id) => {
      if (this.#cameAgain[id] === 0) {
        this.#kinds[id] = 0;
        return false;
      }
      this.#cameAgain[id] = 0;
      const term = this.#terms[id]!;
      if (term !== 0) this.#terms[id] = this.#vocabulary.numberOf(former.textOf(term));
      return true;
    });
  }

  #read(id: number, token: string): void {
    this.#terms = grow(this.#terms, id);
    this.#kinds = grow(this.#kinds, id);
    this.#hashes = grow(this.#hashes, id);
    this.#cameAgain = grow(this.#cameAgain, id);
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    this.#terms[id] =
      term === undefined ? 0 : this.#vocabulary.numberOf(comparableTerm(term, this.#lang));
    this.#kinds[id] = kindOf(token);
    this.#hashes[id] = hashWord(word);
  }
}

function kindOf(token: string): number {
  if (/^\p{N}/u.test(token)) return TOKEN_KINDS.figure;
  return /^\p{Lu}/u.test(token) ? TOKEN_KINDS.capital : TOKEN_KINDS.other;
}
