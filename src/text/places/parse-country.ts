import { countryNames } from './country-names.ts';
import { COUNTRY_CODES, nameInEnglish } from './gazetteer.ts';
import { OTHER_NAMES } from './place-words.ts';
import { findSimilar } from '../find-similar.ts';
import { stripAccents } from '../tokens.ts';

/** Tables are kept for this many locales, which come from outside. */
const MOST_LOCALES = 50;

/**
 * Parses a code ("FR"), or a name in English ("UK" and "Ivory Coast" included) or in the reader's
 * language. Undefined if it isn't a country.
 *
 * @example parseCountry('Südkorea', 'de') // 'KR'
 */
export function parseCountry(typed: string, locale = 'en'): string | undefined {
  const wanted = fold(typed);
  const code = wanted.toUpperCase();
  return COUNTRY_CODES.includes(code) ? code : tableOf(locale).byName.get(wanted);
}

/** Returns a test of whether one of a country's names begins with what was typed. */
export function matchCountries(typed: string, locale = 'en'): (country: string) => boolean {
  const wanted = fold(typed);
  const { namesOf } = tableOf(locale);
  return (country) => (namesOf.get(country) ?? []).some((name) => name.startsWith(wanted));
}

/** What all countries may be called in one language, folded for comparison. */
interface CountryTable {
  readonly namesOf: ReadonlyMap<string, readonly string[]>;
  readonly byName: ReadonlyMap<string, string>;
}

/** A table takes a few milliseconds to make, and a query may ask for many names. */
const tables = new Map<string, CountryTable>();

function tableOf(locale: string): CountryTable {
  let table = tables.get(locale);
  if (!table) {
    if (tables.size >= MOST_LOCALES) tables.clear();
    tables.set(locale, (table = createTable(locale)));
  }
  return table;
}

function createTable(locale: string): CountryTable {
  const namesOf = new Map(
    COUNTRY_CODES.map((country) => [country, namesOfCountry(country, locale)] as const),
  );
  const byName = new Map<string, string>();
  for (const [country, names] of namesOf) {
    // Of two countries with one name the first has it.
    for (const name of names) if (!byName.has(name)) byName.set(name, country);
  }
  return { namesOf, byName };
}

/** What a country may be called: in English, in the reader's language and by its code. */
function namesOfCountry(country: string, locale: string): string[] {
  const others = OTHER_NAMES[country]?.split(',') ?? [];
  const names = [...countryNames(country, 'en'), nameInEnglish(country), ...others];
  return [country, ...names, ...(locale === 'en' ? [] : countryNames(country, locale))].map(fold);
}

/** Finds the country whose name is most similar to what was typed, if one is similar enough. */
export function similarCountry(typed: string, locale = 'en'): string | undefined {
  return findSimilar(fold(typed), tableOf(locale).namesOf);
}

/** Folds a country's name for comparison: "The South-Korea" → "south korea", "U.S." → "us". */
function fold(name: string): string {
  return stripAccents(name)
    .replaceAll('.', '')
    .replaceAll('’', "'")
    .replaceAll('&', 'and')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/^st /, 'saint ');
}
