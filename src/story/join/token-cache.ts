import { grow } from '../../index/terms/grow.ts';
import { StringTable } from '../../index/terms/string-table.ts';
import { comparableWord, wordTerm } from '../../text/terms.ts';
import { joinableTerm } from './light-stem.ts';
import { hashWord } from './sketch.ts';
import { Vocabulary } from './vocabulary.ts';

/** So many tokens are kept, and as many of those before. */
const MOST_TOKENS = 100_000;

/** A figure is a name anywhere, what has a capital within a sentence. */
export const TOKEN_KINDS = { other: 1, capital: 2, figure: 3 } as const;

/** What is known of tokens, by their ids. */
class KnownTokens {
  readonly table = new StringTable();
  readonly vocabulary = new Vocabulary();
  /** The number of the term; 0 for a token without one. */
  terms = new Uint32Array(1024);
  /** Whether it may be a name; 0 if it was not read yet. */
  kinds = new Uint8Array(1024);
  /** The hash of its comparable form. */
  hashes = new Int32Array(1024);

  reserve(id: number): void {
    this.terms = grow(this.terms, id);
    this.kinds = grow(this.kinds, id);
    this.hashes = grow(this.hashes, id);
  }
}

/** What joining needs of the tokens of one language, so that it is found out once for each. */
export class TokenCache {
  readonly #lang: string;
  #known = new KnownTokens();
  /** Those before, from which tokens that come again are taken. Names that never do are most of the others. */
  #before: KnownTokens | undefined;

  constructor(lang: string) {
    this.#lang = lang;
  }

  /** What numbers the terms; another one after `trim` has forgotten some. */
  get vocabulary(): Vocabulary {
    return this.#known.vocabulary;
  }

  /** The id of a token; valid until `trim`. `units` are those of `text`. */
  idOf(text: string, units: Uint16Array, start: number, end: number): number {
    const known = this.#known;
    const id = known.table.idOf(units, start, end);
    if (id >= known.kinds.length || known.kinds[id] === 0) this.#read(id, text.slice(start, end));
    return id;
  }

  /** The number of a token's term; 0 if it has none. */
  termOf(id: number): number {
    return this.#known.terms[id]!;
  }

  hashOf(id: number): number {
    return this.#known.hashes[id]!;
  }

  /** One of `TOKEN_KINDS`. */
  kindOf(id: number): number {
    return this.#known.kinds[id]!;
  }

  /** If there are too many tokens, forgets those that did not come since the last time. */
  trim(): void {
    if (this.#known.table.size <= MOST_TOKENS) return;
    this.#before = this.#known;
    this.#known = new KnownTokens();
  }

  #read(id: number, token: string): void {
    const [known, before] = [this.#known, this.#before];
    known.reserve(id);
    const former = before?.table.find(token);
    if (before && former !== undefined) {
      const term = before.terms[former]!;
      known.terms[id] = term === 0 ? 0 : known.vocabulary.numberOf(before.vocabulary.textOf(term));
      known.kinds[id] = before.kinds[former]!;
      known.hashes[id] = before.hashes[former]!;
      return;
    }
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    known.terms[id] =
      term === undefined ? 0 : known.vocabulary.numberOf(joinableTerm(term, this.#lang));
    known.kinds[id] = kindOf(token);
    known.hashes[id] = hashWord(word);
  }
}

function kindOf(token: string): number {
  if (/^\p{N}/u.test(token)) return TOKEN_KINDS.figure;
  return /^\p{Lu}/u.test(token) ? TOKEN_KINDS.capital : TOKEN_KINDS.other;
}
