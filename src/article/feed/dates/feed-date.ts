import { dayToIso, findDate, type Day } from '../../find-date.ts';
import { monthOf, weekdayOf } from './local-names.ts';
import { plainDate } from './plain-date.ts';
import { instantOf } from './zone-offset.ts';

/** A date in a feed: the instant it names, and whether only its day is known. */
export interface FeedDate {
  /** ISO 8601 in UTC; 00:00Z if `dayOnly`. */
  readonly iso: string;
  readonly dayOnly: boolean;
}

/** What a clock without a zone means: a time in UTC, or nothing but its day. */
export type BareClock = 'utc' | 'day';

/**
 * Parses a date as feeds write it: RFC 822, RFC 3339, the output of `ctime`, numbers alone, days, months and years
 * alone, seconds since 1970, and dates in words, in any language; `lang` is the feed's. A time without a zone is taken
 * as UTC, unless only its day counts (`bareClock`); of a time with an unknown zone only the day counts.
 */
export function parseFeedDate(
  printed: string,
  lang?: string,
  bareClock: BareClock = 'utc',
): FeedDate | undefined {
  if (printed.length > 200) return undefined;
  const text = plainDate(printed);
  if (text === '' || text.length > 100) return undefined;
  return (
    readIso(text, bareClock) ??
    readWords(text, lang, bareClock) ??
    readNumbers(text, lang, bareClock) ??
    readEpoch(text) ??
    readFound(text)
  );
}

const CLOCK = String.raw`(\d{1,2}):(\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?(?![a-z]))?`;

/** 2003-12-31T10:14:55Z, 2003-12-31 10:14, 20031231T101455Z, 2003-12-31, 2003-12, 2003. */
const ISO = new RegExp(
  String.raw`^(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ,-]{1,3}(?:${CLOCK}|(\d{2})(\d{2})(\d{2})?)(.*))?$`,
  'iu',
);

function readIso(text: string, bare: BareClock): FeedDate | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, year, , month = '1', day = '1', h, m, s, half, h2, m2, s2, zone] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return build(date, { clock: [h ?? h2, m ?? m2, s ?? s2], half, zone, bare });
}

/** A word, or an abbreviation with stops in it: "มี.ค". */
const WORD = String.raw`[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*`;
/** Thu, 01 Jan 2004 19:48:21 GMT; 1 January 04 19:48 +0100; 01-Jan-2004. */
const RFC = new RegExp(
  String.raw`^(?:${WORD}\.?,? ?)?(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -](${WORD})\.?,?[ -](\d{4}|\d{2})(?!\d)(?:[,. -]{1,3}${CLOCK}(.*))?`,
  'iu',
);
/** Thu Jan 01 19:48:21 2004, Thu Jan 1 19:48:21 UTC 2004, January 1, 2004 7:48 pm. */
const CTIME = new RegExp(
  String.raw`^(?:${WORD}\.?,? )?(${WORD})\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}),?)?(?:[ -]{1,3}${CLOCK}(.*?))?(?: (\d{4}))?$`,
  'iu',
);

/** 2026. március 3. 8:15, 2026 m. kovo 3 d. */
const YEAR_FIRST = new RegExp(
  String.raw`^(\d{4})(?:\.| m\.?)? (${WORD})\.? (\d{1,2})(?!\d)(?: d)?\.?(?:[,. -]{1,3}${CLOCK}(.*))?`,
  'iu',
);

function readWords(text: string, lang: string | undefined, bare: BareClock): FeedDate | undefined {
  const rfc = RFC.exec(text);
  if (rfc) {
    const [, day, name = '', year = '', h, m, s, half, zone] = rfc;
    const month = monthOf(name, lang);
    if (month === undefined) return undefined;
    const date = { year: fullYear(year), month, day: Number(day) };
    return build(date, { clock: [h, m, s], half, zone, bare });
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, name = '', day, h, m, s, half, zone] = yearFirst;
    const month = monthOf(name, lang);
    if (month === undefined) return undefined;
    const date = { year: Number(year), month, day: Number(day) };
    return build(date, { clock: [h, m, s], half, zone, bare });
  }
  const ctime = CTIME.exec(text);
  if (!ctime) return undefined;
  const [, name = '', day, early, h, m, s, half, zone, late] = ctime;
  const month = monthOf(name, lang);
  const year = early ?? late;
  if (month === undefined || year === undefined) return undefined;
  const date = { year: Number(year), month, day: Number(day) };
  return build(date, { clock: [h, m, s], half, zone, bare });
}

/** 02.03.2026 14:00; Mon, 03/02/2026 - 14:00. */
const NUMBERS = new RegExp(
  String.raw`^(?:(${WORD}(?: ${WORD})?)\.?,? )?(\d{1,2})([./-]) ?(\d{1,2})\3 ?(\d{4}|\d{2})(?!\d)\.?(?:[,. -]{1,3}${CLOCK}(.*))?$`,
  'iu',
);

function readNumbers(
  text: string,
  lang: string | undefined,
  bare: BareClock,
): FeedDate | undefined {
  const match = NUMBERS.exec(text);
  if (!match) return undefined;
  const [, weekday, first, mark, second, year = '', h, m, s, half, zone] = match;
  const named = weekday === undefined ? undefined : weekdayOf(weekday, lang);
  const date = chooseOrder(fullYear(year), [Number(first), Number(second)], mark, named, lang);
  return date && build(date, { clock: [h, m, s], half, zone, bare });
}

/**
 * Chooses which of two numbers is the day. A stop and most languages put it first, Americans put it second. The number
 * itself or the weekday settles it; otherwise it stays unknown.
 */
function chooseOrder(
  year: number,
  [first, second]: readonly [number, number],
  mark: string | undefined,
  weekday: number | undefined,
  lang: string | undefined,
): Day | undefined {
  const dayFirst = { year, month: second, day: first };
  const monthFirst = { year, month: first, day: second };
  const possible = [dayFirst, monthFirst].filter(
    (date) =>
      date.month <= 12 &&
      (weekday === undefined ||
        new Date(Date.UTC(year, date.month - 1, date.day)).getUTCDay() === weekday),
  );
  const [only, other] = possible;
  if (other === undefined || first === second) return only;
  const isDayFirst = mark === '.' || (lang !== undefined && lang !== 'en');
  return isDayFirst ? dayFirst : undefined;
}

/** Earlier dates are the start of a computer's clock, not real dates. */
const FIRST_DAY = '1971';

interface Time {
  readonly clock: readonly [string | undefined, string | undefined, string | undefined];
  readonly half: string | undefined;
  /** What stands behind the clock. */
  readonly zone: string | undefined;
  readonly bare: BareClock;
}

function build(date: Day, { clock, half, zone = '', bare }: Time): FeedDate | undefined {
  const day = dayToIso({ ...date, year: westernYear(date.year) });
  if (day === undefined || day < FIRST_DAY) return undefined;
  const [hours, minutes, seconds] = clock;
  const isBare = !/[\p{L}\d]/u.test(zone);
  if (hours === undefined || (isBare && bare === 'day')) return { iso: day, dayOnly: true };
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  // 24:00 is the end of the day. A leap second becomes the second before it.
  if (hour > 24 || Number(minutes) > 59) return undefined;
  const inDay = (hour * 60 + Number(minutes)) * 60 + Math.min(59, Number(seconds ?? 0));
  const instant = instantOf(Date.parse(day) + inDay * 1000, zone);
  if (instant === undefined) return { iso: day, dayOnly: true };
  return { iso: new Date(instant).toISOString(), dayOnly: false };
}

/** Thailand counts years from 543 before our era. */
function westernYear(year: number): number {
  return year > 2400 && year < 2700 ? year - 543 : year;
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
