/**
 * The journal: one entry for each transaction that changed articles, under increasing numbers.
 * Entries are written in the articles' own transaction, so neither can be there without the other,
 * and number N+1 is only ever given once N can be read: a follower misses nothing.
 */
export const journalPrefix = 'journal:';

/** Entries kept; older ones go as new ones come, so that the journal's size is bounded. */
export const journalLength = 10_000;

const digits = 16;

/** The key of entry `sequence`; keys sort as their numbers do. */
export function journalKey(sequence: number): string {
  return journalPrefix + String(sequence).padStart(digits, '0');
}

/** The number of the entry under `key`; 0 if there is none. */
export function journalSequence(key: string | undefined): number {
  return key === undefined ? 0 : Number(key.slice(journalPrefix.length));
}
