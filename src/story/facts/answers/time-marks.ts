import { MONTH_PATTERN } from '../../../article/calendar-words.ts';
import { findNamedDays } from '../timeline/named-days.ts';
import type { TextSpan } from './answer-mark.ts';

/** 1066 to 2099, not as a part of a number or a name; "the 1970s". */
const YEAR = /(?<![\p{L}\p{N}.,$€£-])(?:1[0-9]|20)\d\ds?(?![\p{L}\p{N}%-]|[.,]\d)/gu;
/** A year with digits before a noun counts something: "1500 French troops". */
const COUNTS =
  /^ (?:people|men|women|miles|km|kilomet|met(?:er|re)s|feet|tons|troops|soldiers|homes|houses|percent)/u;

const MONTH = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${MONTH_PATTERN})(?![\p{L}\p{N}])`, 'giu');

/** 4:17 a.m., 17:45, 2 p.m., noon. */
const HOUR =
  /(?<![\p{N}.:])(?:\d{1,2}[:.]\d\d(?::\d\d)?(?![\p{N}:])(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|\d{1,2} o['’]clock)|(?<!\p{L})(?:noon|midnight|mittags?|mitternacht|midi|minuit|mediodía|medianoche)(?!\p{L})/giu;

/** "Two weeks ago", "within 14 days", "in the 19th century". */
const DISTANCE =
  /(?<!\p{L})(?:(?:\p{L}{1,12}|\d{1,3}) (?:hours?|days?|weeks?|months?|years?|decades?|centuries) (?:ago|earlier|later|before|after)|(?:within|in|after) (?:\p{L}{1,12}|\d{1,3}) (?:days?|weeks?|months?|years?)|(?:next|last|this) (?:week|month|year|spring|summer|autumn|fall|winter)|\d{1,2}(?:st|nd|rd|th) century|new year['’]s (?:day|eve)|christmas|easter)(?!\p{L})/giu;

/** Finds what in a sentence says when. `published` is the day of its article. */
export function findDateMarks(
  text: string,
  published: number | undefined,
  lang: string,
): TextSpan[] {
  const months = findAll(MONTH, text).filter(
    ({ start }) => lang === 'de' || isMonth(text, start, lang),
  );
  return [
    ...findNamedDays(text, published, lang),
    ...findYearMarks(text),
    ...months,
    ...findAll(DISTANCE, text),
  ];
}

/** "March" is a month, "march" is none; other languages write months in small letters. */
function isMonth(text: string, at: number, lang: string): boolean {
  return lang !== 'en' || /^\p{Lu}/u.test(text.slice(at, at + 2));
}

export function findYearMarks(text: string): TextSpan[] {
  return findAll(YEAR, text).filter(({ end }) => !COUNTS.test(text.slice(end, end + 14)));
}

export function findHourMarks(text: string): TextSpan[] {
  return findAll(HOUR, text);
}

function findAll(pattern: RegExp, text: string): TextSpan[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
