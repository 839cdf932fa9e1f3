import { Temporal } from 'temporal-polyfill';
import { findSimilar } from '../find-similar.ts';
import { capitalNames, citiesNamed, COUNTRY_CODES, listCities } from '../places/gazetteer.ts';
import { parseCountry } from '../places/parse-country.ts';
import { stripAccents } from '../tokens.ts';
import { findAbbreviation } from './zone-abbreviations.ts';
import { readZone, ZONES } from './zone-list.ts';

/** How many zones are suggested. */
const MOST = 3;

/**
 * Finds the zones that may be meant by a text that is not the name of one, the likeliest first: an
 * abbreviation, an offset, the name of a city, country or region, or a part or misspelling of a zone's name.
 *
 * @example findMeantZones('Berlin time') // ['Europe/Berlin']
 */
export function findMeantZones(typed: string): string[] {
  const words = fold(typed);
  for (const find of FINDERS) {
    const zones = [...new Set(find(words))].filter(isReadable);
    if (zones.length > 0) return zones.slice(0, MOST);
  }
  return [];
}

type Find = (words: string) => readonly string[];

const FINDERS: readonly Find[] = [
  (words) => zonesOfOffset(words),
  (words) => findAbbreviation(words)?.zones ?? REGIONS[words]?.split(' ') ?? zonesOfNode(words),
  (words) => zonesInAreas(words),
  (words) => OTHER_NAMES.get(lastPart(words)) ?? [],
  (words) => zonesOfCountry(lastPart(words)),
  (words) => (words.length < 3 ? [] : ZONES.filter((zone) => hasPart(fold(zone), words))),
  (words) => citiesNamed(lastPart(words)).map(({ zone }) => zone),
  (words) => zonesOfCapital(lastPart(words)),
  (words) => {
    const names = ZONES.map((zone) => [zone, [fold(zone), lastPart(fold(zone))]] as const);
    const similar = findSimilar(words, names) ?? findSimilar(lastPart(words), names);
    return similar === undefined ? [] : [similar];
  },
];

/** "Berlin time" → "berlin", "Asia/New_Delhi" → "asia/new delhi", "Eastern Standard Time" → "eastern". */
function fold(typed: string): string {
  return stripAccents(typed.slice(0, 60))
    .toLowerCase()
    .replaceAll(/\([^()]*\)/gu, '')
    .replaceAll(/[\s_]+/gu, ' ')
    .replaceAll(
      /\b(?:(?:local |standard |daylight |summer |mean |saving |savings ){0,3}(?:time ?zone|time|zone))\b/gu,
      ' ',
    )
    .replaceAll(/\b(?:the|in|of)\b/gu, ' ')
    .replaceAll(/ +/gu, ' ')
    .trim();
}

/** Whether one of a name's words begins like this: "york" and "new y", but not "ork". */
function hasPart(name: string, words: string): boolean {
  return name.startsWith(words) || name.includes(`/${words}`) || name.includes(` ${words}`);
}

function lastPart(words: string): string {
  return words.slice(words.lastIndexOf('/') + 1);
}

/** Regions whose names are neither cities nor countries. */
const REGIONS: Readonly<Record<string, string>> = Object.assign(
  Object.create(null) as Record<string, string>,
  {
    eastern: 'America/New_York',
    'us eastern': 'America/New_York',
    central: 'America/Chicago',
    mountain: 'America/Denver',
    pacific: 'America/Los_Angeles',
    alaska: 'America/Anchorage',
    alaskan: 'America/Anchorage',
    hawaii: 'Pacific/Honolulu',
    atlantic: 'America/Halifax',
    newfoundland: 'America/St_Johns',
    'central european': 'Europe/Paris Europe/Berlin',
    'central europe': 'Europe/Paris Europe/Berlin',
    'eastern european': 'Europe/Athens Europe/Bucharest',
    'western european': 'Europe/Lisbon',
    greenwich: 'UTC Europe/London',
    british: 'Europe/London',
    arabian: 'Asia/Riyadh',
    'east africa': 'Africa/Nairobi',
    'west africa': 'Africa/Lagos',
    'central africa': 'Africa/Maputo',
    'australian eastern': 'Australia/Sydney',
    'australian central': 'Australia/Adelaide',
    'australian western': 'Australia/Perth',
    uk: 'Europe/London',
    britain: 'Europe/London',
    korea: 'Asia/Seoul',
    nyc: 'America/New_York',
    la: 'America/Los_Angeles',
    dc: 'America/New_York',
    california: 'America/Los_Angeles',
    texas: 'America/Chicago',
    florida: 'America/New_York',
  } satisfies Record<string, string>,
);

/** Large cities and countries by the names that they have elsewhere, where the gazetteer has the English one. */
const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'Europe/Berlin': 'munchen,koln,nurnberg,deutschland,allemagne,alemania',
    'Europe/Vienna': 'wien,vienne,viena,osterreich',
    'Europe/Zurich': 'genf,geneve,basel,schweiz,suisse',
    'Europe/Rome': 'roma,rom,milano,mailand,torino,napoli,firenze,venezia,italia',
    'Europe/Brussels': 'bruxelles,brussel',
    'Europe/Copenhagen': 'kobenhavn,kopenhagen',
    'Europe/Stockholm': 'goteborg',
    'Europe/Warsaw': 'warszawa,warschau,krakow,polska',
    'Europe/Prague': 'praha,prag',
    'Europe/Belgrade': 'beograd',
    'Europe/Bucharest': 'bucuresti',
    'Europe/Athens': 'athina,athen,αθηνα',
    'Europe/Moscow': 'moskva,moskau,moscou,москва,saint petersburg',
    'Europe/Kiev': 'киев,киів',
    'Africa/Cairo': 'القاهرة',
    'Asia/Kolkata': 'bombay,madras,calcutta',
    'Asia/Shanghai': 'peking,pekin,北京,上海',
    'Asia/Tokyo': '東京,tokio',
    'Asia/Seoul': '서울',
    'America/Sao_Paulo': 'brasil',
  }).flatMap(([zone, names]) => names.split(',').map((name) => [name, [zone]] as const)),
);

/** The first part of names with two parts, and of those with three. */
const AREAS =
  'Europe Asia Africa America Australia Pacific Atlantic Indian Antarctica Arctic America/Argentina America/Indiana America/Kentucky America/North_Dakota US Canada Brazil Chile Mexico'.split(
    ' ',
  );

/** Finds names that are not in the list because Node lists another name of the zone: "Kyiv", "Kolkata". */
function zonesInAreas(words: string): string[] {
  if (!/^[a-z][a-z -]{2,}$/u.test(words)) return [];
  const name = words
    .replaceAll(' ', '_')
    .replaceAll(/(?<=^|[_-])[a-z]/gu, (letter) => letter.toUpperCase());
  return AREAS.map((area) => `${area}/${name}`).filter(isReadable);
}

/** The zones of a country's largest cities. */
function zonesOfCountry(name: string): string[] {
  const code = name.length < 3 ? undefined : parseCountry(name);
  if (code === undefined) return [];
  return listCities().flatMap(({ country, zone }) => (country === code ? [zone] : []));
}

function zonesOfCapital(name: string): string[] {
  const isNamed = (each: string): boolean => fold(each) === name;
  const code = COUNTRY_CODES.find((country) => capitalNames(country).some(isNamed));
  if (code === undefined) return [];
  const cities = capitalNames(code).flatMap((each) => citiesNamed(each));
  return cities.flatMap(({ country, zone }) => (country === code ? [zone] : []));
}

/** Finds the zone of a name that only Intl knows, such as "AGT". */
function zonesOfNode(words: string): string[] {
  try {
    return [new Intl.DateTimeFormat('en', { timeZone: words }).resolvedOptions().timeZone];
  } catch {
    return [];
  }
}

/** "UTC+2", "gmt +02:00", "+0530" */
const OFFSET = /^(?:utc|gmt|z)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?$/u;
/** When to look: in the winter of one hemisphere and in that of the other. */
const INSTANTS = [Date.UTC(2025, 0, 1), Date.UTC(2025, 6, 1)].map((at) =>
  Temporal.Instant.fromEpochMilliseconds(at),
);

/** Enough for every offset that many people have; to look at all cities would take too long. */
const CITIES_LOOKED_AT = 500;

/** Finds the fixed zone of an offset, then the zones of the largest cities that have it in winter and in summer. */
function zonesOfOffset(words: string): string[] {
  const [, sign, hours = '', minutes = '0'] = OFFSET.exec(words.replace('−', '-')) ?? [];
  if (sign === undefined) return [];
  const east = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const cities = listCities().slice(0, CITIES_LOOKED_AT);
  const zones = [...new Set(cities.map(({ zone }) => zone))].filter(isReadable);
  const offsets = zones.map((zone) => [zone, ...offsetsOf(zone)] as const);
  const found = [
    offsets.find(([, winter, summer]) => winter === east && summer !== east),
    offsets.find(([, winter, summer]) => winter !== east && summer === east),
    offsets.find(([, winter, summer]) => winter === east && summer === east),
  ].flatMap((each) => (each === undefined ? [] : [each[0]]));
  // The names of fixed zones have the opposite sign.
  const fixed = east === 0 ? 'UTC' : `Etc/GMT${sign === '-' ? '+' : '-'}${Number(hours)}`;
  return Number(minutes) === 0 ? [fixed, ...found] : found;
}

/** The minutes east of Greenwich of a zone in its winter and in its summer. */
function offsetsOf(zone: string): [winter: number, summer: number] {
  const minutes = INSTANTS.map((at) => at.toZonedDateTimeISO(zone).offsetNanoseconds / 6e10);
  return [Math.min(...minutes), Math.max(...minutes)];
}

function isReadable(zone: string): boolean {
  return readZone(zone) !== undefined;
}
