import { StringTable } from '../../index/terms/string-table.ts';
import { comparableWord, wordTerm } from '../../text/terms.ts';
import { comparableTerm } from '../comparable-term.ts';
import { hashWord } from './sketch.ts';

/** Tokens that are kept. In news they are all but a few in a hundred of those that come. */
const MOST_TOKENS = 100_000;

/** A figure is a name anywhere, what has a capital within a sentence. */
export const TOKEN_KINDS = { other: 0, capital: 1, figure: 2 } as const;

/** What joining needs of the tokens of one language, so that it is found out once for each. */
export class TokenCache {
  readonly #lang: string;
  #table = new StringTable();
  /** By token id: its term, null for a token without one. */
  #terms: (string | null)[] = [];
  /** By token id: whether it may be a name. */
  #kinds: number[] = [];
  /** By token id: the hash of its comparable form. */
  #hashes: number[] = [];

  constructor(lang: string) {
    this.#lang = lang;
  }

  /** The id of a token; valid until `trim`. `units` are those of `text`. */
  idOf(text: string, units: Uint16Array, start: number, end: number): number {
    const id = this.#table.idOf(units, start, end);
    if (id > this.#terms.length) this.#read(text.slice(start, end));
    return id;
  }

  termOf(id: number): string | null {
    return this.#terms[id - 1]!;
  }

  hashOf(id: number): number {
    return this.#hashes[id - 1]!;
  }

  /** One of `TOKEN_KINDS`. */
  kindOf(id: number): number {
    return this.#kinds[id - 1]!;
  }

  /** Forgets all tokens if they are too many. */
  trim(): void {
    if (this.#terms.length <= MOST_TOKENS) return;
    this.#table = new StringTable();
    this.#terms = [];
    this.#kinds = [];
    this.#hashes = [];
  }

  #read(token: string): void {
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    this.#terms.push(term === undefined ? null : comparableTerm(term, this.#lang));
    this.#kinds.push(kindOf(token));
    this.#hashes.push(hashWord(word));
  }
}

function kindOf(token: string): number {
  if (/^\p{N}/u.test(token)) return TOKEN_KINDS.figure;
  return /^\p{Lu}/u.test(token) ? TOKEN_KINDS.capital : TOKEN_KINDS.other;
}
