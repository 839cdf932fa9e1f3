import { codeUnitsOf } from '../../text/code-units.ts';
import { forEachToken } from '../../text/tokens.ts';
import { NumberList } from './number-list.ts';
import type { WordIds } from './word-ids.ts';

/** The words of a text in order, one column for each thing known of them. */
export interface ScannedWords {
  /** UTF-16 offset at which each word starts. */
  readonly starts: readonly number[];
  /** UTF-16 offset after its last character. */
  readonly ends: readonly number[];
  /** Its id in `WordIds`; `numberWords` uses the array again. */
  readonly ids: number[];
  /** What its letters tell: bits of `WORD_KINDS`. */
  readonly kinds: readonly number[];
}

// Scanning is never interrupted, so all texts can share these lists.
const starts = new NumberList();
const ends = new NumberList();
const ids = new NumberList();
const kinds = new NumberList();

/** A longer text gets memory of its own. */
const MAX_KEPT = 1_000_000;

let memory = new ArrayBuffer(32_768);

/** The code units of a text, valid until the next text is scanned: to ask the system for memory takes longer than to fill it. */
function keptUnitsOf(text: string): Uint16Array {
  if (text.length > MAX_KEPT) return codeUnitsOf(text);
  if (2 * text.length > memory.byteLength) memory = new ArrayBuffer(4 * text.length);
  Buffer.from(memory).write(text, 'utf16le');
  return new Uint16Array(memory, 0, text.length);
}

/** Finds the words of a text. */
export function scanWords(text: string, wordIds: WordIds): ScannedWords {
  const cased = withoutShouting(text);
  const units = keptUnitsOf(cased);
  for (const list of [starts, ends, ids, kinds]) list.clear();
  forEachToken(
    cased,
    (start, end) => {
      const form = wordIds.formAt(units, start, end);
      starts.push(start);
      ends.push(end);
      ids.push(wordIds.idOf(form));
      kinds.push(wordIds.kindsOf(form));
    },
    units,
  );
  return {
    starts: starts.toArray(),
    ends: ends.toArray(),
    ids: ids.toArray(),
    kinds: kinds.toArray(),
  };
}

/** If a whole text is in capitals, they mark neither acronyms nor names. */
function withoutShouting(text: string): string {
  if (/\p{Ll}/u.test(text)) return text;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
