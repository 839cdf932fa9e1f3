import { countryNames } from './country-names.ts';
import {
  capitalNames,
  COUNTRY_CODES,
  demonymOf,
  largestCity,
  listCities,
  nameInEnglish,
} from './gazetteer.ts';
import {
  AIRLINES,
  NAMES_ABROAD,
  NO_PLACES,
  NO_PLACES_ABROAD,
  ONLY_IN_DATELINES,
  OTHER_NAMES,
  OTHER_PEOPLE,
} from './place-words.ts';
import { stemWord } from '../stems.ts';
import { splitTokens, stripAccents } from '../tokens.ts';

/** What a name refers to. `none`: something else that contains a place's name. */
type NameKind = 'country' | 'people' | 'airline' | 'capital' | 'region' | 'city' | 'none';

/** A name without its first word, and what it refers to. */
export interface PlaceName {
  readonly rest: readonly string[];
  readonly kind: NameKind;
  readonly country: string;
}

/** Names by their first word, the longest first. */
export type PlaceTable = ReadonlyMap<string, readonly PlaceName[]>;

/** Cities with at least this population are recognized by their name alone. */
const KNOWN_POPULATION = 500_000;
/**
 * If cities in different countries share a name, the largest is meant when it has this many times
 * the population of the next.
 */
const DOMINANCE = 5;
/** Countries whose states or provinces the news names without the country. */
const KNOWN_PROVINCES = new Set(['US', 'CA', 'AU']);
/** Languages that inflect names. Names in them are compared by their stems. */
const STEMMED = new Set(['ru', 'uk']);
/** Shorter names aren't stemmed, because little of them would be left. */
const STEMMED_LENGTH = 5;

const tables = new Map<string, PlaceTable>();
let datelines: PlaceTable | undefined;

/** The names that a text in a language may use for countries. Cached. */
export function placeTable(lang: string): PlaceTable {
  let table = tables.get(lang);
  if (!table) tables.set(lang, (table = lang === 'en' ? buildEnglish() : buildOther(lang)));
  return table;
}

/** The names used in datelines: those of English texts, and every known city. */
export function datelineTable(): PlaceTable {
  return (datelines ??= buildTable(englishNames(0)));
}

/** Folds a word for comparison: lower case, without accents and possessive ending. */
export function foldName(word: string, lang: string): string {
  let folded = stripAccents(word.toLowerCase().replaceAll('’', "'"));
  if (folded.endsWith("'s")) folded = folded.slice(0, -2);
  return STEMMED.has(lang) && folded.length >= STEMMED_LENGTH ? stemWord(folded, lang) : folded;
}

type Named = readonly [name: string, kind: NameKind, country: string];

function buildEnglish(): PlaceTable {
  const unclear = new Set(splitList(ONLY_IN_DATELINES));
  return buildTable(
    englishNames(KNOWN_POPULATION).filter(
      ([name, kind]) => !isCity(kind) || !unclear.has(foldName(name, 'en')),
    ),
  );
}

/** If two things share a name, the first in this list is meant. */
function englishNames(population: number): Named[] {
  return [
    ...splitList(NO_PLACES).map((name): Named => [name, 'none', '']),
    ...Object.entries(AIRLINES).flatMap(([code, names]): Named[] =>
      splitList(names).map((name) => [name, 'airline', code]),
    ),
    ...COUNTRY_CODES.flatMap((code): Named[] =>
      namesIn(code).map((name) => [name, 'country', code]),
    ),
    ...COUNTRY_CODES.flatMap((code): Named[] =>
      peopleOf(code).map((name) => [name, 'people', code]),
    ),
    ...COUNTRY_CODES.flatMap(listCapital),
    ...listProvinces(),
    ...listKnownCities(population),
  ];
}

/**
 * For other languages the libraries know countries, and capitals that are spelled the same. The
 * rest are listed in `place-words.ts`.
 */
function buildOther(lang: string): PlaceTable {
  return buildTable(
    [
      ...splitList(NO_PLACES_ABROAD).map((name): Named => [name, 'none', '']),
      ...COUNTRY_CODES.flatMap((code) =>
        regionNames(code, lang).map((name): Named => [name, 'country', code]),
      ),
      ...COUNTRY_CODES.flatMap(listCapital),
      ...Object.entries(NAMES_ABROAD).flatMap(([code, { country = '', capital = '' }]) => [
        ...splitList(country).map((name): Named => [name, 'country', code]),
        ...splitList(capital).map((name): Named => [name, 'capital', code]),
      ]),
    ],
    lang,
  );
}

/**
 * A capital's names, unless a larger city in another country shares them: "Hamilton" doesn't mean
 * Bermuda's.
 */
function listCapital(code: string): Named[] {
  return capitalNames(code)
    .filter((name) => largestCity(name)?.country === code || !largestCity(name))
    .map((name): Named => [name, 'capital', code]);
}

function namesIn(code: string): string[] {
  return [...regionNames(code, 'en'), nameInEnglish(code), ...splitList(OTHER_NAMES[code] ?? '')];
}

function peopleOf(code: string): string[] {
  const demonym = demonymOf(code, 'en');
  const others = splitList(OTHER_PEOPLE[code] ?? '');
  if (demonym === undefined) return others;
  return [demonym, ...(/[ni]$/.test(demonym) ? [`${demonym}s`] : []), ...others];
}

/** "Bosnia & Herzegovina", "Congo - Kinshasa", "Myanmar (Burma)", "Hong Kong SAR China". */
function regionNames(code: string, lang: string): string[] {
  return countryNames(code, lang).map((name) =>
    name.replace(/ SAR China$| \(.*\)$/u, '').replace(' & ', ' and '),
  );
}

function listProvinces(): Named[] {
  const provinces = listCities()
    .filter(({ country }) => KNOWN_PROVINCES.has(country))
    .map(({ province, country }): Named => [province, 'region', country]);
  return [...new Map(provinces.map((named) => [named[0], named])).values()];
}

function listKnownCities(population: number): Named[] {
  const largest = new Map<string, { population: number; country: string }>();
  const unclear = new Set<string>();
  for (const { name, country, population: people } of listCities()) {
    const first = largest.get(name);
    if (!first) largest.set(name, { population: people, country });
    else if (first.country !== country && people * DOMINANCE > first.population) unclear.add(name);
  }
  return [...largest]
    .filter(([name, city]) => city.population >= population && !unclear.has(name))
    .map(([name, { country }]): Named => [name, 'city', country]);
}

function buildTable(names: readonly Named[], lang = 'en'): PlaceTable {
  const table = new Map<string, PlaceName[]>();
  const known = new Set<string>();
  for (const [name, kind, country] of names) {
    const [first, ...rest] = splitTokens(name).map(({ text }) => foldName(text, lang));
    const key = [first, ...rest].join(' ');
    if (first === undefined || known.has(key)) continue;
    known.add(key);
    const sharing = table.get(first);
    if (sharing) sharing.push({ rest, kind, country });
    else table.set(first, [{ rest, kind, country }]);
  }
  for (const sharing of table.values()) sharing.sort((a, b) => b.rest.length - a.rest.length);
  return table;
}

function isCity(kind: NameKind): boolean {
  return kind === 'city' || kind === 'capital';
}

function splitList(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
