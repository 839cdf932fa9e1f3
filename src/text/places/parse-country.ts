import { distance } from 'fastest-levenshtein';
import { countryNames } from './country-names.ts';
import { COUNTRY_CODES, nameInEnglish } from './gazetteer.ts';
import { OTHER_NAMES } from './place-words.ts';
import { stripAccents } from '../tokens.ts';

/** A suggestion may differ from what was typed by so great a part of its letters. */
const LIKENESS = 0.4;
/** Of fewer letters nobody can tell what is meant; no name is longer, and comparing takes time by the length. */
const SUGGESTED = { least: 3, most: 60 } as const;
/** Tables are kept for so many locales; a locale comes from outside. */
const MOST_LOCALES = 50;

/**
 * Reads a code ("FR") or a name in English, with the usual others ("UK", "Ivory Coast"), or in the reader's
 * language. Undefined for what names no country.
 *
 * @example parseCountry('Südkorea', 'de') // 'KR'
 */
export function parseCountry(typed: string, locale = 'en'): string | undefined {
  const wanted = fold(typed);
  const code = wanted.toUpperCase();
  return COUNTRY_CODES.includes(code) ? code : tableOf(locale).byName.get(wanted);
}

/** Tells of a country whether one of its names begins as typed so far. */
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

/** The country whose name is most like what was typed, where one is alike. */
export function similarCountry(typed: string, locale = 'en'): string | undefined {
  const wanted = fold(typed);
  if (wanted.length < SUGGESTED.least || wanted.length > SUGGESTED.most) return undefined;
  let best: { readonly country: string; readonly edits: number } | undefined;
  for (const [country, names] of tableOf(locale).namesOf) {
    for (const name of names) {
      if (name.length < 4) continue;
      const edits = name.startsWith(wanted) ? 0.5 : distance(wanted, name);
      if (edits > name.length * LIKENESS) continue;
      if (!best || edits < best.edits) best = { country, edits };
    }
  }
  return best?.country;
}

/** A country's name for comparison: "The South-Korea" is "south korea", and "U.S." is "us". */
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
