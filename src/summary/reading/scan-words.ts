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

/** Finds the words of a text. */
export function scanWords(text: string, wordIds: WordIds): ScannedWords {
  const cased = withoutShouting(text);
  const units = codeUnitsOf(cased);
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
