import { UNLIMITED, type Narrowing } from './narrowing.ts';

type ListName = keyof Narrowing['without'];

/** The letter before each list in a button; a capital letter marks what an article must not have. */
const LETTERS = {
  words: 'w',
  phrases: 'q',
  sources: 'p',
  languages: 'l',
  countries: 'c',
} as const satisfies Record<ListName, string>;
const SINCE = 'd';
const IGNORED = 'i';
const LIST_NAMES = Object.keys(LETTERS) as ListName[];
/** Entries of these have no space in them, so that all of a list share one part. */
const JOINED: readonly ListName[] = ['words', 'languages', 'countries'];

/** What an entry has to look like, since the state of a button comes from the reader's client. */
const VALID: Partial<Record<ListName, RegExp>> = {
  languages: /^[a-z]{2,3}$/,
  countries: /^[A-Z]{2}$/,
};
const SINCE_PATTERN = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}Z)?$/;

/**
 * A narrowing as the state of a button, as short as it can be: each part is a letter and a value.
 *
 * @example encodeNarrowing({ ...UNLIMITED, words: ['flood', 'dam'], countries: ['ES'] }) // ['wflood dam', 'cES']
 */
export function encodeNarrowing(narrowing: Narrowing): string[] {
  const { without, since } = narrowing;
  return [
    ...LIST_NAMES.flatMap((name) => encodeList(name, LETTERS[name], narrowing[name])),
    ...LIST_NAMES.flatMap((name) => encodeList(name, LETTERS[name].toUpperCase(), without[name])),
    ...(since === undefined ? [] : [SINCE + since]),
  ];
}

function encodeList(name: ListName, letter: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  return (JOINED.includes(name) ? [entries.join(' ')] : entries).map((part) => letter + part);
}

/** Reads a narrowing back. Never throws; drops what `encodeNarrowing` cannot have written. */
export function decodeNarrowing(state: readonly string[]): Narrowing {
  const wanted = decodeLists(state, (letter) => letter);
  const without = decodeLists(state, (letter) => letter.toUpperCase());
  const since = state.find((part) => part.startsWith(SINCE))?.slice(1);
  return { ...wanted, without, ...(since !== undefined && isSince(since) && { since }) };
}

/**
 * What of a query was not understood as additional state of a button: in full, and as a mark for when
 * there is no room for that. Nothing when all was understood.
 */
export function encodeIgnored(ignored: readonly string[]): string[][] {
  return ignored.length === 0 ? [] : [[IGNORED + ignored.join(' ')], [IGNORED]];
}

/** Reads back what was not understood. The text is empty if only the mark is there. Never throws. */
export function decodeIgnored(state: readonly string[]): string[] {
  return state.filter((part) => part.startsWith(IGNORED)).map((part) => part.slice(IGNORED.length));
}

function decodeLists(
  state: readonly string[],
  letterOf: (letter: string) => string,
): Narrowing['without'] {
  const lists: Record<ListName, readonly string[]> = { ...UNLIMITED.without };
  for (const name of LIST_NAMES) {
    const parts = state
      .filter((part) => part.startsWith(letterOf(LETTERS[name])))
      .map((part) => part.slice(1));
    const entries = JOINED.includes(name) ? parts.flatMap((part) => part.split(' ')) : parts;
    lists[name] = entries.filter((entry) => entry !== '' && (VALID[name]?.test(entry) ?? true));
  }
  return lists;
}

function isSince(text: string): boolean {
  return SINCE_PATTERN.test(text) && !Number.isNaN(Date.parse(text));
}
