import type { Query } from '../rank/query.ts';

/** Whether a query asks for nothing: no word, phrase, publisher or date, wanted or unwanted. */
export function isBlankQuery({ words, phrases, sources, without, since }: Query): boolean {
  const asked = [words, phrases, sources, without.words, without.phrases, without.sources];
  return !since && asked.every((part) => part.length === 0);
}
