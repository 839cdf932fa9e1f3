import { codeUnitsOf } from '../text/code-units.ts';
import { forEachToken } from '../text/tokens.ts';
import { NumberList } from './number-list.ts';
import type { WordIds } from './word-ids.ts';
import { KIND_BITS, WORD_KINDS } from './word-kinds.ts';

// Reading is not interrupted, so that the same lists serve all texts.
const starts = new NumberList();
const ends = new NumberList();
const ids = new NumberList();
const kinds = new NumberList();

/** The words of a text in order, with their places. */
export class PrintedWords {
  readonly ids: readonly number[];
  /** UTF-16 offsets at which each begins. */
  readonly starts: readonly number[];
  /** What each tells by its letters: bits of `WORD_KINDS`. */
  readonly kinds: readonly number[];
  readonly #ends: readonly number[];
  readonly #text: string;

  constructor(text: string, wordIds: WordIds) {
    const cased = withoutShouting(text);
    const units = codeUnitsOf(cased);
    for (const list of [starts, ends, ids, kinds]) list.clear();
    forEachToken(
      cased,
      (start, end) => {
        const word = wordIds.wordAt(units, start, end);
        starts.push(start);
        ends.push(end);
        ids.push(word >>> KIND_BITS);
        kinds.push(word & ((1 << KIND_BITS) - 1));
      },
      units,
    );
    this.starts = starts.toArray();
    this.#ends = ends.toArray();
    this.ids = ids.toArray();
    this.kinds = kinds.toArray();
    this.#text = text;
  }

  /** Whether a word is no stop word. */
  isTerm(at: number): boolean {
    return (this.kinds[at]! & WORD_KINDS.term) !== 0;
  }

  /** Whether a word is a term that begins with a capital, as names do. */
  isName(at: number): boolean {
    return (this.kinds[at]! & WORD_KINDS.name) !== 0;
  }

  /** Whether a word and the next are capitalized terms with a single space between them. */
  isRun(at: number): boolean {
    return (
      this.isName(at) &&
      this.isName(at + 1) &&
      this.starts[at + 1] === this.#ends[at]! + 1 &&
      this.#text.charAt(this.#ends[at]!) === ' '
    );
  }

  /** The text from one word to another as printed, without a last possessive. */
  print(first: number, last: number): string {
    const printed = this.#text.slice(this.starts[first], this.#ends[last]);
    return printed.endsWith("'s") || printed.endsWith('’s') ? printed.slice(0, -2) : printed;
  }
}

/** Where everything is in capitals, they mark neither acronym nor name. */
function withoutShouting(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
