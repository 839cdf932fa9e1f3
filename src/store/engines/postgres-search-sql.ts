import type { SearchConditions } from '../search/article-search.ts';

/** Builds what comes after WHERE, and the values of its parameters. */
export function buildConditions({
  words,
  from,
  until,
  seenUntil,
  wanted = {},
  unwanted = {},
  visibleTo,
  pages,
}: SearchConditions): { readonly where: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (value: unknown, write: (parameter: string) => string): void => {
    values.push(value);
    parts.push(write(`$${values.length}`));
  };
  if (words !== undefined) add(words, (it) => `words @@ ${it}::tsquery`);
  if (isFinite(from)) add(from, (it) => `at >= ${it}`);
  if (isFinite(until)) add(until, (it) => `at < ${it}`);
  if (isFinite(seenUntil)) add(seenUntil, (it) => `seen_at < ${it}`);
  if (pages !== undefined) add(pages, (it) => `page = ANY(${it})`);
  for (const [limits, not] of [
    [wanted, ''],
    [unwanted, 'NOT '],
  ] as const) {
    const { sources = [], languages = [], countries = [] } = limits;
    if (languages.length > 0) add(languages, (it) => `${not}lang = ANY(${it})`);
    if (sources.length > 0) add(sources, (it) => `${not}coalesce(source, '') = ANY(${it})`);
    if (countries.length > 0) add(countries, (it) => `${not}countries && ${it}::text[]`);
  }
  if (visibleTo?.guildId !== undefined)
    add(visibleTo.guildId, (it) => `(only_for IS NULL OR only_for = ${it})`);
  else if (visibleTo) parts.push('only_for IS NULL');
  return { where: parts.length > 0 ? parts.join(' AND ') : 'true', values };
}

function isFinite(bound: number | undefined): bound is number {
  return bound !== undefined && Number.isFinite(bound);
}
