import { grow } from '../../../index/terms/grow.ts';
import { StringTable } from '../../../index/terms/string-table.ts';
import { comparableWord, wordTerm } from '../../../text/terms.ts';
import { joinableTerm } from './light-stem.ts';
import { hashWord } from '../sketch.ts';
import { Vocabulary } from './vocabulary.ts';

/** So many tokens are kept, and as many of those before. */
const MOST_TOKENS = 200_000;

/** A figure is a name anywhere, what has a capital within a sentence. */
export const TOKEN_KINDS = { other: 1, capital: 2, figure: 3 } as const;

const KIND_BITS = 2;
const KIND_MASK = 2 ** KIND_BITS - 1;

/** What is known of tokens, by their ids. */
class KnownTokens {
  readonly table = new StringTable();
  readonly vocabulary = new Vocabulary();
  /**
   * For each id two numbers, which are read together: the number of the term, 0 if it has none, above two bits for
   * whether it may be a name, all 0 if it was not read yet; and the hash of its comparable form.
   */
  facts = new Int32Array(2048);
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
    if (2 * id >= known.facts.length || known.facts[2 * id] === 0)
      this.#read(id, text.slice(start, end));
    return id;
  }

  /** The number of a token's term; 0 if it has none. */
  termOf(id: number): number {
    return this.#known.facts[2 * id]! >>> KIND_BITS;
  }

  hashOf(id: number): number {
    return this.#known.facts[2 * id + 1]!;
  }

  /** One of `TOKEN_KINDS`. */
  kindOf(id: number): number {
    return this.#known.facts[2 * id]! & KIND_MASK;
  }

  /** If there are too many tokens, forgets those that did not come since the last time. */
  trim(): void {
    if (this.#known.table.size <= MOST_TOKENS) return;
    this.#before = this.#known;
    this.#known = new KnownTokens();
  }

  #read(id: number, token: string): void {
    const [known, before] = [this.#known, this.#before];
    known.facts = grow(known.facts, 2 * id + 1);
    const former = before?.table.find(token);
    if (before && former !== undefined) {
      const fact = before.facts[2 * former]!;
      const term = fact >>> KIND_BITS;
      const number = term === 0 ? 0 : known.vocabulary.numberOf(before.vocabulary.textOf(term));
      known.facts[2 * id] = (number << KIND_BITS) | (fact & KIND_MASK);
      known.facts[2 * id + 1] = before.facts[2 * former + 1]!;
      return;
    }
    const word = comparableWord(token, this.#lang);
    const term = wordTerm(word, this.#lang);
    const number =
      term === undefined ? 0 : known.vocabulary.numberOf(joinableTerm(term, this.#lang));
    known.facts[2 * id] = (number << KIND_BITS) | kindOf(token);
    known.facts[2 * id + 1] = hashWord(word);
  }
}

function kindOf(token: string): number {
  if (/^\p{N}/u.test(token)) return TOKEN_KINDS.figure;
  return /^\p{Lu}/u.test(token) ? TOKEN_KINDS.capital : TOKEN_KINDS.other;
}
