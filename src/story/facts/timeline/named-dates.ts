import { MONTH_NUMBERS, MONTH_PATTERN } from '../../../article/calendar-words.ts';
import { dayToIso, NUMERIC_SHAPES } from '../../../article/find-date.ts';
import { dayOf, yearOf } from './calendar-day.ts';
import type { FoundDay } from './found-day.ts';

const YEAR = String.raw`((?:19|20)\d\d)(?!\d)`;

/** 14 June, 14th of June 2024, 14. Juni, 14 de junio de 2024. */
const DAY_MONTH = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/-])(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.? (?:of |de |d['’])?(${MONTH_PATTERN})(?![\p{L}\p{N}])(?:\.?,? (?:de |del )?${YEAR})?`,
  'giu',
);

/** June 14; Sept. 14th, 2024; September 13 and 15, 2003. */
const MONTH_DAY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${MONTH_PATTERN})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}%]|[.,:]\d)(?:(?: and | to |-|–)(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\p{N}%]|[.,:]\d))?(?:,? ${YEAR})?`,
  'giu',
);

/** "On the 14th" with what shows that no noun follows: neither a floor nor an anniversary. */
const ON_THE =
  /(?<=\b(?:on|since|from) )the (\d{1,2})(?:st|nd|rd|th)(?= (?:and|at|after|before|when|by|with|in|but|that|as|to|was|is)\b|[,.;)]|$)/gu;

/** Whose numbers are no days: golf is played on the 14th. */
const NUMBERED = /\b(?:holes?|birdies?|bogeys?|eagles?|fairways?|greens?|tees?|floors?|laps?)\b/iu;

/** Numeric dates, and dates with the name of a month. */
export function findNamedDates(
  text: string,
  published: number | undefined,
  lang: string,
): FoundDay[] {
  if (!/\d/.test(text)) return [];
  const found: FoundDay[] = [];
  const add = (match: RegExpMatchArray, day: number | undefined): void => {
    const start = match.index!;
    if (day !== undefined) found.push({ day, start, end: start + match[0].length });
  };
  for (const { pattern, read } of NUMERIC_SHAPES) {
    for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
      const date = read(match);
      add(match, date && dayOf(dayToIso(date)));
    }
  }
  let month: number | undefined;
  const addNamed = (match: RegExpMatchArray, name: string, day: string, year?: string): void => {
    if (!isMonth(name, lang)) return;
    month = MONTH_NUMBERS.get(name.toLowerCase());
    add(match, month && findDay({ month, day: Number(day), year: Number(year) }, published, text));
  };
  for (const match of text.matchAll(DAY_MONTH)) addNamed(match, match[2]!, match[1]!, match[3]);
  for (const match of text.matchAll(MONTH_DAY)) {
    addNamed(match, match[1]!, match[2]!, match[4]);
    if (match[3] !== undefined) addNamed(match, match[1]!, match[3], match[4]);
  }
  if (lang === 'en' && published !== undefined && !NUMBERED.test(text)) {
    for (const match of text.matchAll(ON_THE)) {
      add(match, findDayOfMonth(Number(match[1]), month, published, text));
    }
  }
  return found;
}

/** In English a month has a capital: "It may 14 people". "Mar" is a month in English only. */
function isMonth(name: string, lang: string): boolean {
  return lang === 'en' ? /^\p{Lu}/u.test(name) : name.toLowerCase() !== 'mar';
}

/** A date as printed; its year is NaN if none is printed. */
interface PrintedDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Without a year, the nearest such day; one to come counts as twice as far. */
function findDay(
  date: PrintedDate,
  published: number | undefined,
  text: string,
): number | undefined {
  if (!Number.isNaN(date.year)) return dayOf(dayToIso(date));
  if (published === undefined) return undefined;
  const year = yearOf(published);
  const days = [year, year - 1, year + 1].flatMap((each) => {
    const day = dayOf(dayToIso({ ...date, year: each }));
    return day === undefined ? [] : [day];
  });
  const distance = (day: number): number =>
    day > published ? 2 * (day - published) : published - day;
  const nearest = days.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest !== undefined && isAttack(date, published - nearest, text) ? undefined : nearest;
}

/** "September 11" without a year is that of 2001, except for what happened on that day last week. */
function isAttack({ month, day }: PrintedDate, daysAgo: number, text: string): boolean {
  return (
    month === 9 && day === 11 && (Math.abs(daysAgo) > 10 || /attack|atent|terror/iu.test(text))
  );
}

/** The day with such a number in the month that the sentence names, else the last one. */
function findDayOfMonth(
  day: number,
  month: number | undefined,
  published: number,
  text: string,
): number | undefined {
  if (month !== undefined) return findDay({ year: NaN, month, day }, published, text);
  for (let ago = 0; ago < 31; ago++) {
    if (new Date((published - ago) * 86_400_000).getUTCDate() === day) return published - ago;
  }
  return undefined;
}
