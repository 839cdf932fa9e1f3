import { codeUnitsOf } from '../../text/code-units.ts';
import { forEachToken } from '../../text/tokens.ts';
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

  /** Whether a word and the next are capitalized terms with a single space between them, and the one does not own the other. */
  isRun(at: number): boolean {
    return (
      this.isName(at) &&
      this.isName(at + 1) &&
      this.#isBetween(at, ' ') &&
      !isPossessive(this.#text, this.#ends[at]!)
    );
  }

  /** Whether a word and the next are parts of a compound: "al-Assad". */
  isLinked(at: number): boolean {
    return this.#isBetween(at, '-');
  }

  /** The text from one word to another as printed, without a last possessive. */
  print(first: number, last: number): string {
    const end = this.#ends[last]!;
    return this.#text.slice(this.starts[first], isPossessive(this.#text, end) ? end - 2 : end);
  }

  #isBetween(at: number, mark: string): boolean {
    const end = this.#ends[at];
    return end !== undefined && this.starts[at + 1] === end + 1 && this.#text[end] === mark;
  }
}

function isPossessive(text: string, end: number): boolean {
  return text[end - 1] === 's' && (text[end - 2] === "'" || text[end - 2] === '’');
}

/** Where everything is in capitals, they mark neither acronym nor name. */
function withoutShouting(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
