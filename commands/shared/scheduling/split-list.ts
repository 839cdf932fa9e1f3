import { UserError } from '../../../src/errors.ts';

/** Options that are lists. */
type ListName = 'topics' | 'sources' | 'languages' | 'countries';

const LIST_LIMITS = {
  topics: 10,
  sources: 20,
  languages: 10,
  countries: 10,
  entryLength: 100,
} as const;

/** Splits a list at commas outside quotes and removes duplicates. Throws a UserError beyond the limits. */
export function splitList(text = '', what: ListName): string[] {
  const entries = text.match(/(?:"[^"]*"|[^,])+/gu) ?? [];
  const list = [...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
  if (list.length > LIST_LIMITS[what]) {
    throw bad(`You can give at most ${LIST_LIMITS[what]} ${what}; these are ${list.length}.`);
  }
  if (list.some(({ length }) => length > LIST_LIMITS.entryLength)) {
    throw bad(`Each of the ${what} can have at most ${LIST_LIMITS.entryLength} characters.`);
  }
  return list;
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
