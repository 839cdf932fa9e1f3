import { EVERY_LANGUAGE } from '../shared/narrowing/describe-usual.ts';

/** The languages in which a story was asked for: empty for every one; absent if they are the usual ones. */
export type AskedLanguages = readonly string[] | undefined;

/** The letter before them in the state of a menu or button. */
const LETTER = 'l';

/** Writes the languages as state of a menu or button; nothing if they are the usual ones. */
export function encodeLanguages(asked: AskedLanguages): string[] {
  if (asked === undefined) return [];
  return [LETTER + (asked.length === 0 ? EVERY_LANGUAGE : asked.join(' '))];
}

/** Reads the languages back. Never throws; what is no language counts as not asked for. */
export function decodeLanguages(state: readonly string[]): AskedLanguages {
  const typed = state.find((part) => part.startsWith(LETTER))?.slice(LETTER.length);
  if (typed === undefined) return undefined;
  if (typed === EVERY_LANGUAGE) return [];
  const languages = typed.split(' ').filter((lang) => /^[a-z]{2,3}$/u.test(lang));
  return languages.length > 0 ? languages : undefined;
}
