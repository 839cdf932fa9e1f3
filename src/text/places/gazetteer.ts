import cities from 'city-timezones';
import { countries } from 'countries-list';
import nationalities from 'i18n-nationality';

// The only importer of the libraries that know countries, their people and their cities.

/** Longitude and latitude in degrees, in the order that maps use. */
export type Point = readonly [lon: number, lat: number];

/** A city, with its country and its state or province. */
export interface City {
  readonly name: string;
  readonly country: string;
  readonly province: string;
  readonly population: number;
  readonly point: Point;
  /** The IANA name of its time zone. */
  readonly zone: string;
}

/**
 * Codes that a name in the news never means: uninhabited outposts, or parts of a territory with its
 * own code.
 */
const LEFT_OUT = new Set(['AC', 'BV', 'HM', 'IO', 'TA', 'TF', 'UM']);

/**
 * Every country and territory with its own name, by ISO 3166-1 alpha-2. "XK" is commonly used for
 * Kosovo.
 */
export const COUNTRY_CODES: readonly string[] = Object.keys(countries).filter(
  (code) => !LEFT_OUT.has(code),
);

const known = new Set<string>(COUNTRY_CODES);

/** A country's English name as the list has it. An unknown code is returned unchanged. */
export function nameInEnglish(country: string): string {
  return known.has(country) ? countries[country as keyof typeof countries].name : country;
}

/**
 * Common spellings of capitals that the list spells in an uncommon way. The first is used to find
 * the city on maps.
 */
const CAPITAL_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  US: ['Washington, D.C.', 'Washington', 'Washington D.C', 'Washington DC'],
  UA: ['Kyiv', 'Kiev'],
  IL: ['Jerusalem'],
  KZ: ['Astana', 'Nur-Sultan'],
  MN: ['Ulaanbaatar', 'Ulan Bator'],
  IN: ['New Delhi', 'Delhi'],
  YE: ['Sanaa', 'Sana’a'],
  GT: ['Guatemala', 'Guatemala City'],
  KW: ['Kuwait', 'Kuwait City'],
  GD: ['Saint George’s'],
  HK: ['Hong Kong'],
  BO: ['La Paz', 'Sucre'],
  CI: ['Abidjan', 'Yamoussoukro'],
  TZ: ['Dar es Salaam', 'Dodoma'],
  NL: ['Amsterdam', 'The Hague'],
  MX: ['Mexico City', 'Ciudad de México'],
  MM: ['Naypyidaw', 'Naypyitaw'],
  SZ: ['Mbabane', 'Lobamba'],
  CH: ['Bern', 'Berne'],
  SM: ['San Marino'],
};

/**
 * Names of a country's capital, the best known first. Empty if the capital has the country's name.
 */
export function capitalNames(country: string): readonly string[] {
  if (!known.has(country)) return [];
  const listed = countries[country as keyof typeof countries].capital;
  return CAPITAL_SPELLINGS[country] ?? (listed ? [listed] : []);
}

/** The word for a country's people in a language, if the library knows one: "Libyan". */
export function demonymOf(country: string, lang: string): string | undefined {
  if (!DEMONYM_LANGUAGES.has(lang) || !known.has(country) || MISNAMED.has(country))
    return undefined;
  // "Congolese (Republic of the Congo)", "Palestinian Territory, Occupied", "Bosnian - Herzegovinian"
  return nationalities.getName(country, lang)?.split(/ \(|,| - | or /)[0];
}

const DEMONYM_LANGUAGES = new Set(['de', 'en', 'es', 'fr', 'it']);

/**
 * Islands for which the library has the word for their country's people, and Wallis, which it calls
 * Welsh.
 */
const MISNAMED = new Set(['CG', 'DM', 'GF', 'PF', 'PS', 'WF']);

let list: readonly City[] | undefined;
let byName: ReadonlyMap<string, City> | undefined;

/** The world's 7,300 best known cities, the most populous first. */
export function listCities(): readonly City[] {
  list ??= cities.cityMapping
    .map(({ city, iso2, province, pop, lat, lng, timezone }) => ({
      name: city,
      country: iso2,
      province,
      population: pop,
      point: [lng, lat] as const,
      zone: timezone,
    }))
    .toSorted((a, b) => b.population - a.population);
  return list;
}

/** The most populous city with a name. */
export function largestCity(name: string): City | undefined {
  byName ??= new Map(
    listCities()
      .toReversed()
      .map((city) => [plain(city.name), city]),
  );
  return byName.get(plain(name));
}

/** All cities with a name, the most populous first. */
export function citiesNamed(name: string): readonly City[] {
  return listCities().filter((city) => plain(city.name) === plain(name));
}

/** The position of a country's capital, if known. */
export function capitalPoint(country: string): Point | undefined {
  if (!known.has(country)) return undefined;
  const own = listCities().filter((city) => city.country === country);
  for (const name of capitalNames(country)) {
    const found = own.find((city) => plain(city.name) === plain(name));
    if (found) return found.point;
  }
  return OTHER_POINTS[country];
}

/**
 * The position of a country's mark on a map: the city nearest to the middle of its population, so
 * that the mark is never in the sea or in a desert. Undefined if it isn't a country.
 */
export function countryPoint(country: string): Point | undefined {
  // Some cities of the list have no country, or one that is left out here.
  if (!known.has(country)) return undefined;
  const own = listCities().filter((city) => city.country === country && city.population > 0);
  // All cities of a country that crosses the 180th meridian are near the middle of its population.
  const [first] = own;
  if (!first) return OTHER_POINTS[country];
  const near = ([lon, lat]: Point): Point => [first.point[0] + wrap(lon - first.point[0]), lat];
  const people = own.reduce((sum, { population }) => sum + population, 0);
  const mean = (axis: 0 | 1): number =>
    own.reduce((sum, { point, population }) => sum + near(point)[axis] * population, 0) / people;
  const middle = [mean(0), mean(1)] as const;
  const distance = (city: City): number => {
    const [lon, lat] = near(city.point);
    const eastward = (lon - middle[0]) * Math.cos((middle[1] * Math.PI) / 180);
    return eastward ** 2 + (lat - middle[1]) ** 2;
  };
  return own.reduce((best, city) => (distance(city) < distance(best) ? city : best)).point;
}

/** Wraps degrees into -180 to 180. */
function wrap(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase();
}

/**
 * Countries and territories without a city in the list: their chief towns, to a tenth of a degree.
 */
const OTHER_POINTS: Readonly<Record<string, Point>> = {
  AI: [-63.1, 18.2],
  BL: [-62.8, 17.9],
  BQ: [-68.3, 12.1],
  CC: [96.8, -12.2],
  CX: [105.7, -10.4],
  EH: [-13.2, 27.2],
  GG: [-2.5, 49.5],
  JE: [-2.1, 49.2],
  KI: [173, 1.3],
  MF: [-63.1, 18.1],
  MS: [-62.2, 16.7],
  NF: [168, -29.1],
  NR: [166.9, -0.5],
  NU: [-169.9, -19.1],
  PM: [-56.2, 46.8],
  PN: [-130.1, -25.1],
  PW: [134.6, 7.5],
  SH: [-5.7, -15.9],
  SX: [-63, 18],
  TK: [-171.8, -9.4],
  VG: [-64.6, 18.4],
  WF: [-176.2, -13.3],
  XK: [21.2, 42.7],
};
