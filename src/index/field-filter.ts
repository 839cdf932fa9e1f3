import type { Place } from '../text/places/place.ts';
import type { EntryTable } from './entry-table.ts';
import type { Query } from './query/query.ts';

/** Whether an article's date, language, countries and publisher are what a query asks for; undefined where it asks for none. */
export function createFieldFilter(
  { since, sources, langs, countries, without }: Query,
  entries: EntryTable,
): ((slot: number) => boolean) | undefined {
  const asked = [sources, langs, countries, without.sources, without.langs, without.countries];
  if (!since && asked.every((names) => names.length === 0)) return undefined;
  const earliest = since?.getTime() ?? Number.NEGATIVE_INFINITY;
  const isWanted = sources.length === 0 ? undefined : entries.matchSources(sources);
  const isUnwanted = entries.matchSources(without.sources);
  const isIn = (slot: number): boolean => {
    const lang = entries.lang(slot);
    return (langs.length === 0 || langs.includes(lang)) && !without.langs.includes(lang);
  };
  const isThere = (slot: number): boolean => {
    if (countries.length + without.countries.length === 0) return true;
    const places = entries.places(slot);
    const isOf = (country: string): boolean => happensIn(places, country);
    return (countries.length === 0 || countries.some(isOf)) && !without.countries.some(isOf);
  };
  return (slot) =>
    entries.at(slot) >= earliest &&
    (isWanted?.(slot) ?? true) &&
    !isUnwanted(slot) &&
    isIn(slot) &&
    isThere(slot);
}

/** Whether a country is among the places of an article. */
export function happensIn(places: readonly Place[], country: string): boolean {
  return places.some((place) => place.country === country);
}
