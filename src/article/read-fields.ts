import { declaredSubtag } from '../text/language-tags.ts';
import type { Caption } from './article.ts';
import { cleanText } from './clean-text.ts';
import { instantOf } from './feed/dates/zone-offset.ts';
import { splitCredit } from './scraped/credit.ts';
import { dayToIso, findDate } from './find-date.ts';

/** The fields of a document that describe an article, under our names. */
export interface Fields {
  readonly title?: string;
  readonly text?: string;
  readonly url?: string;
  readonly source?: string;
  readonly author?: string;
  readonly section?: string;
  readonly place?: string;
  readonly lang?: string;
  readonly published?: { readonly iso: string; readonly dayOnly: boolean };
  readonly updated?: { readonly iso: string; readonly dayOnly: boolean };
  readonly captions?: readonly Caption[];
}

/** Our field for a name that a document uses. Undefined if we don't keep such a field. */
export function fieldFor(name: string): keyof Fields | undefined {
  return FIELD_NAMES.get(name.toLowerCase().replace(/[\s_-]/gu, ''));
}

/**
 * Reads the fields of a header block, front matter or a JSON object. The first of each kind counts.
 */
export function readFields(record: Readonly<Record<string, unknown>>): Fields {
  const fields: { -readonly [K in keyof Fields]: Fields[K] } = {};
  for (const [name, value] of Object.entries(record)) {
    const field = fieldFor(name);
    if (field === undefined || fields[field] !== undefined) continue;
    if (field === 'published' || field === 'updated') {
      const date = readDate(value);
      if (date) fields[field] = date;
    } else if (field === 'captions') {
      const captions = readCaptions(value);
      if (captions.length > 0) fields.captions = captions;
    } else if (field === 'text') {
      const text = readText(value);
      if (text !== undefined) fields.text = text;
    } else {
      const text = readName(value);
      const valid = field === 'lang' ? declaredSubtag(text) : text;
      if (valid) fields[field] = valid;
    }
  }
  return fields;
}

const FIELD_NAMES: ReadonlyMap<string, keyof Fields> = new Map(
  Object.entries({
    title: 'title headline title0 name heading',
    text: 'text body content articlebody articletext maintext fulltext story bodytext paragraphs',
    url: 'url link permalink canonical canonicalurl weburl articleurl uri',
    source: 'source publisher site sitename outlet publication newspaper sourcename',
    author: 'author authors byline by writer creator reporter',
    section: 'section category articlesection desk',
    place: 'place dateline location city',
    lang: 'lang language locale inlanguage',
    published:
      'publishedat published date datepublished pubdate publishdate publicationdate publisheddate datetime timestamp time created createdat dateutc',
    updated: 'updated updatedat datemodified modified lastmodified dateupdated',
    captions: 'captions caption photocaption imagecaption',
  } satisfies Record<keyof Fields, string>).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as keyof Fields] as const),
  ),
);

/** A name as a string, an object with a name or the parts of one, or a list of either. */
function readName(value: unknown): string | undefined {
  if (typeof value === 'string') return cleanText(value) || undefined;
  if (Array.isArray(value)) {
    return value.map(readName).filter(Boolean).join(', ') || undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, title, givenName, familyName, ...other } = value as Readonly<
    Record<string, unknown>
  >;
  const parts = [givenName, familyName].filter((part) => typeof part === 'string').join(' ');
  return readName(name ?? title ?? (parts || (other['@list'] ?? other['@value'])));
}

/** A text as a string or a list of paragraphs. */
function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (!Array.isArray(value)) return undefined;
  const paragraphs = value.filter((part): part is string => typeof part === 'string');
  return paragraphs.length === 0 ? undefined : paragraphs.join('\n\n');
}

function readCaptions(value: unknown): Caption[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each): Caption[] => {
    if (typeof each === 'string') {
      const caption = splitCredit(cleanText(each), true);
      return caption.text === '' ? [] : [caption];
    }
    if (typeof each !== 'object' || each === null) return [];
    const { text, credit } = each as { text?: unknown; credit?: unknown };
    if (typeof text !== 'string' || cleanText(text) === '') return [];
    return [
      { text: cleanText(text), ...(typeof credit === 'string' && { credit: cleanText(credit) }) },
    ];
  });
}

/**
 * Parses a date as ISO 8601, RFC 2822, a day in words, or seconds or milliseconds since 1970.
 * Without a zone it is UTC. Of a time with an unknown zone only the day counts.
 */
export function readDate(value: unknown): Fields['published'] {
  if (typeof value === 'number') return readEpoch(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return { iso: value.toISOString(), dayOnly: false };
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{9,13}$/u.test(text)) return readEpoch(Number(text));
  const day = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(text);
  if (day) {
    const iso = dayToIso({ year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) });
    return iso === undefined ? undefined : { iso, dayOnly: true };
  }
  const isoLike = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?/u.exec(text)?.[0];
  if (isoLike !== undefined) {
    const wall = Date.parse(`${isoLike.replace(' ', 'T')}Z`);
    if (Number.isNaN(wall)) return undefined;
    const time = instantOf(wall, text.slice(isoLike.length));
    if (time === undefined) return { iso: `${isoLike.slice(0, 10)}T00:00:00.000Z`, dayOnly: true };
    return { iso: new Date(time).toISOString(), dayOnly: false };
  }
  const found = findDate(text);
  return found && { iso: found.iso, dayOnly: found.dayOnly };
}

function readEpoch(value: number): Fields['published'] {
  const date = new Date(value > 1e11 ? value : value * 1000);
  const year = date.getUTCFullYear();
  return year >= 1971 && year <= 2100 ? { iso: date.toISOString(), dayOnly: false } : undefined;
}
