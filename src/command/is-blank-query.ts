import type { Query } from '../rank/query.ts';

/** Whether a query asks for nothing: no word, phrase, publisher, language or date, wanted or unwanted. */
export function isBlankQuery({ words, phrases, sources, langs, without, since }: Query): boolean {
  const { words: noWords, phrases: noPhrases, sources: noSources, langs: noLangs } = without;
  const asked = [words, phrases, sources, langs, noWords, noPhrases, noSources, noLangs];
  return !since && asked.every((part) => part.length === 0);
}
