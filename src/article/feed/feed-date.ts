import { MONTH_NUMBERS } from '../calendar-words.ts';
import { dayToIso, findDate } from '../find-date.ts';

/** A date in a feed: the instant it names, and whether only its day is known. */
export interface FeedDate {
  /** ISO 8601 in UTC; 00:00Z if `dayOnly`. */
  readonly iso: string;
  readonly dayOnly: boolean;
}

/**
 * Parses a date as feeds write it: RFC 822, RFC 3339, the output of `ctime`, days, months and years
 * alone, seconds since 1970, and dates in words. A time without a zone is taken as UTC.
 */
export function parseFeedDate(printed: string): FeedDate | undefined {
  const text = printed.trim().replace(/\s+/gu, ' ');
  if (text === '' || text.length > 100) return undefined;
  return readIso(text) ?? readWords(text) ?? readEpoch(text) ?? readFound(text);
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?(?![a-z]))?`;
const ZONE = String.raw`(?: ?\(?(Z|[a-z]{2,5}(?![a-z])(?:(?=[+-]))?)?([+-]\d{1,2}(?::?\d{2})?)?\)?)?`;

/** 2003-12-31T10:14:55Z, 2003-12-31 10:14, 20031231T101455Z, 2003-12-31, 2003-12, 2003. */
const ISO = new RegExp(
  String.raw`^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ] ?(?:${CLOCK}|(\d{2})(\d{2})(\d{2})?)${ZONE})?$`,
  'iu',
);

function readIso(text: string): FeedDate | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, month = '1', day = '1', h, m, s, half, h2, m2, s2, name, offset] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return build(date, [h ?? h2, m ?? m2, s ?? s2], half, name, offset);
}

/** Thu, 01 Jan 2004 19:48:21 GMT; 1 January 04 19:48 +0100; 01-Jan-2004. */
const RFC = new RegExp(
  String.raw`^(?:[\p{L}]+\.?,? ?)?(\d{1,2})[ -]([\p{L}]+)\.?,?[ -](\d{4}|\d{2})(?:,? (?:at )?${CLOCK}${ZONE})?`,
  'iu',
);
/** Thu Jan 01 19:48:21 2004, Thu Jan 1 19:48:21 UTC 2004, January 1, 2004 7:48 pm. */
const CTIME = new RegExp(
  String.raw`^(?:[\p{L}]+\.?,? )?([\p{L}]+)\.? (\d{1,2}),?(?: (\d{4}),?)?(?: (?:at )?${CLOCK}${ZONE})?(?: ?(\d{4}))?`,
  'iu',
);

function readWords(text: string): FeedDate | undefined {
  const rfc = RFC.exec(text);
  if (rfc) {
    const [, day, name = '', year = '', h, m, s, half, zone, offset] = rfc;
    const month = monthOf(name);
    if (month === undefined) return undefined;
    return build({ year: fullYear(year), month, day: Number(day) }, [h, m, s], half, zone, offset);
  }
  const ctime = CTIME.exec(text);
  if (!ctime) return undefined;
  const [, name = '', day, early, h, m, s, half, zone, offset, late] = ctime;
  const month = monthOf(name);
  const year = early ?? late;
  if (month === undefined || year === undefined) return undefined;
  return build({ year: Number(year), month, day: Number(day) }, [h, m, s], half, zone, offset);
}

/** Earlier dates are the start of a computer's clock, not real dates. */
const FIRST_DAY = '1971';

type Clock = readonly [string | undefined, string | undefined, string | undefined];

function build(
  date: { year: number; month: number; day: number },
  [hours, minutes, seconds]: Clock,
  half: string | undefined,
  zone: string | undefined,
  offset: string | undefined,
): FeedDate | undefined {
  const day = dayToIso(date);
  if (day === undefined || day < FIRST_DAY) return undefined;
  if (hours === undefined) return { iso: day, dayOnly: true };
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  // 24:00 is the end of the day. A leap second becomes the second before it.
  if (hour > 24 || Number(minutes) > 59) return undefined;
  const inDay = (hour * 60 + Number(minutes)) * 60 + Math.min(59, Number(seconds ?? 0));
  const time = Date.parse(day) + (inDay - zoneSeconds(zone, offset)) * 1000;
  return { iso: new Date(time).toISOString(), dayOnly: false };
}

function zoneSeconds(zone: string | undefined, offset: string | undefined): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(offset ?? '');
  if (match) {
    const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
    return match[1] === '-' ? -seconds : seconds;
  }
  return (ZONE_HOURS[zone?.toUpperCase() ?? ''] ?? 0) * 3600;
}

/**
 * Hours east of Greenwich of the zone names in feeds. An ambiguous name has its most common
 * meaning.
 */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, MEZ: 1, CEST: 2, MESZ: 2, EET: 2,
  EEST: 3, MSK: 3, IST: 5.5, PKT: 5, SGT: 8, HKT: 8, JST: 9, KST: 9, AEST: 10, AEDT: 11, NZST: 12,
  NZDT: 13, AST: -4, ADT: -3, EST: -5, EDT: -4, ET: -5, CST: -6, CDT: -5, CT: -6, MST: -7, MDT: -6,
  MT: -7, PST: -8, PDT: -7, PT: -8, AKST: -9, HST: -10,
}; // prettier-ignore

function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  return MONTH_NUMBERS.get(lower) ?? MONTH_NUMBERS.get(lower.slice(0, 3));
}

/** RFC 822 has two-digit years. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function readEpoch(text: string): FeedDate | undefined {
  if (!/^\d{9,13}$/u.test(text)) return undefined;
  const value = Number(text);
  return { iso: new Date(value > 1e11 ? value : value * 1000).toISOString(), dayOnly: false };
}

function readFound(text: string): FeedDate | undefined {
  const found = findDate(text);
  if (!found || found.iso < FIRST_DAY) return undefined;
  return { iso: found.iso, dayOnly: found.dayOnly };
}
