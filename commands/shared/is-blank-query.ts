import type { Query } from '../../src/index/query/query.ts';

/** Whether a query asks for nothing: no word, phrase, publisher, language, country or date, wanted or unwanted. */
export function isBlankQuery(query: Query): boolean {
  return !query.since && [query, query.without].every(isEmpty);
}

function isEmpty({ words, phrases, sources, langs, countries }: Query['without']): boolean {
  return [words, phrases, sources, langs, countries].every((part) => part.length === 0);
}
