import { westernDigits } from '../text/western-digits.ts';
import { MONTH_NUMBERS, MONTH_PATTERN } from './calendar-words.ts';

/** A date found in a text: its position, and the instant that it names. */
export interface FoundDate {
  /** ISO 8601 in UTC; 00:00Z of the day if `dayOnly`. */
  readonly iso: string;
  /** True unless a time with a zone is given. */
  readonly dayOnly: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the first full date (day, month, year) in a text, and the time next to it if its zone is
 * known. 03/04/2024 is ambiguous and is skipped; 13/04/2024 is not.
 */
export function findDate(printed: string): FoundDate | undefined {
  const text = westernDigits(printed);
  let first: FoundDate | undefined;
  for (const { pattern, read } of SHAPES) {
    const match = pattern.exec(text);
    if (!match || (first && match.index >= first.start)) continue;
    const day = read(match);
    const iso = day && dayToIso(day);
    if (!iso) continue;
    first = withTime(text, iso, match.index, match.index + match[0].length);
  }
  return first;
}

/** Formats a day at 00:00Z as ISO 8601. Undefined if the calendar has no such day. */
export function dayToIso({ year, month, day }: Day): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2100 ? date.toISOString() : undefined;
}

/** A calendar day; months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;
const ORDINAL = '(?:st|nd|rd|th|er|º|ª)?';

/** How dates are printed: a pattern, and how its groups are read. Undefined for an ambiguous date. */
interface DateShape {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Day | undefined;
}

/** Dates in digits only. */
export const NUMERIC_SHAPES: readonly DateShape[] = [
  {
    // 2023-09-14, 2023/09/14
    pattern: new RegExp(`${BEFORE}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`, 'u'),
    read: ([, year, , month, day]) => numbers(year, month, day),
  },
  {
    // 14.09.2023 has the day first by convention. With slashes the convention differs by country.
    pattern: new RegExp(`${BEFORE}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)`, 'u'),
    read: ([, first, mark, second, year]) => {
      if (mark === '.' || Number(first) > 12) return numbers(year, second, first);
      if (Number(second) > 12 || first === second) return numbers(year, first, second);
      return undefined;
    },
  },
];

const SHAPES: readonly DateShape[] = [
  ...NUMERIC_SHAPES,
  {
    // 14 September 2023, 14. September 2023, 14 de septiembre de 2023, 14 Sep. 2023
    pattern: new RegExp(
      `${BEFORE}(\\d{1,2})${ORDINAL}\\.?[ -](?:(?:de|of) )?(${MONTH_PATTERN})\\.?,?[ -](?:(?:de|del) )?(\\d{4})${AFTER}`,
      'iu',
    ),
    read: ([, day, month, year]) => numbers(year, monthNumber(month), day),
  },
  {
    // September 14, 2023; Sept. 14th 2023
    pattern: new RegExp(
      `${BEFORE}(${MONTH_PATTERN})\\.? (\\d{1,2})${ORDINAL},? (\\d{4})${AFTER}`,
      'iu',
    ),
    read: ([, month, day, year]) => numbers(year, monthNumber(month), day),
  },
];

function numbers(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function monthNumber(name: string | undefined): number | undefined {
  return MONTH_NUMBERS.get(name?.toLowerCase() ?? '');
}

const CLOCK = String.raw`(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s?([ap]\.?m\.?(?![a-z]))?`;
const ZONE = String.raw`(?:\s?\(?((?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?|Z|UTC|GMT|BST|CET|CEST|EST|EDT|CST|CDT|PST|PDT|MSK|[+-]\d{2}:?\d{2})\)?(?![\p{L}\p{N}+]))?`;
const TIME_AFTER = new RegExp(`^(?:T|[,\\s|·–-]*(?:at )?)${CLOCK}${ZONE}`, 'iu');
const TIME_BEFORE = new RegExp(`${CLOCK}${ZONE}[,\\s|·–-]*(?:\\p{L}+day,? )?(?:on )?$`, 'iu');

/** Minutes east of Greenwich of the zone names that have one meaning on news sites. */
const ZONE_MINUTES: Readonly<Record<string, number>> = {
  Z: 0, UTC: 0, GMT: 0, BST: 60, CET: 60, CEST: 120, MSK: 180,
  EST: -300, EDT: -240, CST: -360, CDT: -300, PST: -480, PDT: -420,
}; // prettier-ignore

function withTime(text: string, dayIso: string, start: number, end: number): FoundDate {
  const after = TIME_AFTER.exec(text.slice(end));
  const before = after ? null : TIME_BEFORE.exec(text.slice(0, start));
  const match = after ?? before;
  const from = before ? before.index : start;
  const to = after ? end + after[0].length : end;
  const minutes = match && minutesOfDay(match);
  if (minutes === undefined || minutes === null) {
    return { iso: dayIso, dayOnly: true, start: from, end: to };
  }
  const iso = new Date(Date.parse(dayIso) + minutes * 60_000).toISOString();
  return { iso, dayOnly: false, start: from, end: to };
}

/** Minutes after 00:00Z. Undefined if no zone says what the clock means. */
function minutesOfDay([, hours, minutes, seconds, half, zone]: RegExpExecArray):
  | number
  | undefined {
  if (!zone) return undefined;
  let hour = Number(hours);
  if (half) hour = (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return undefined;
  return hour * 60 + Number(minutes) + Number(seconds ?? 0) / 60 - zoneMinutes(zone);
}

function zoneMinutes(zone: string): number {
  const offset = /([+-])(\d{1,2})(?::?(\d{2}))?$/u.exec(zone);
  if (!offset) return ZONE_MINUTES[zone.toUpperCase()] ?? 0;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return offset[1] === '-' ? -minutes : minutes;
}
