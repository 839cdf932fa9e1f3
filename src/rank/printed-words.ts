import { forEachToken } from '../text/tokens.ts';
import type { WordIds } from './word-ids.ts';

/** The words of a text in order, with their places. */
export interface PrintedWords {
  readonly ids: readonly number[];
  /** UTF-16 offsets at which each begins. */
  readonly starts: readonly number[];
  /** Whether each is a term that begins with a capital, as names do. */
  readonly capitals: readonly boolean[];
  /** Whether a word and the next are capitalized terms with a single space between them. */
  isRun(at: number): boolean;
  /** The text from one word to another as printed, without a last possessive. */
  print(first: number, last: number): string;
}

export function readPrintedWords(text: string, wordIds: WordIds): PrintedWords {
  const cased = withoutShouting(text);
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const capitals: boolean[] = [];
  forEachToken(cased, (start, end) => {
    const id = wordIds.idOf(cased.slice(start, end));
    ids.push(id);
    starts.push(start);
    ends.push(end);
    capitals.push(isCapital(cased, start) && wordIds.isTerm(id));
  });
  return {
    ids,
    starts,
    capitals,
    isRun: (at) =>
      capitals[at] === true &&
      capitals[at + 1] === true &&
      starts[at + 1] === ends[at]! + 1 &&
      text.charAt(ends[at]!) === ' ',
    print: (first, last) => text.slice(starts[first], ends[last]).replace(/['’]s$/, ''),
  };
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Where everything is in capitals, they mark neither acronym nor name. */
function withoutShouting(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
