import { MONTH_PATTERN } from '../../article/calendar-words.ts';
import { weekdayOf, wholeMonthOf } from '../../article/feed/dates/local-names.ts';
import { wordSet } from '../../text/word-set.ts';

/** "Saturday, January 8, 2005": a day, a year and at most six words. */
const DATE =
  /^(?=.*\p{Nd}{4})(?=(?:.*\P{Nd})?\p{Nd}{1,2}(?!\p{Nd}))[^\p{L}]*(?:\p{L}[\p{L}\p{M}'’.-]*[^\p{L}]*){1,6}$/u;

/** Whether a line is the date above a report. */
export function isDateLine(line: string): boolean {
  return line.length < 60 && DATE.test(line);
}

/** Abbreviated months have a stop. */
const MONTHS = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${MONTH_PATTERN})\.?(?![\p{L}])`, 'giu');

/** What follows a number of a date or a clock: "3rd", "12h". */
const AFTER_NUMBER = /(?<=\p{N})(?:st|nd|rd|th|h|am|pm)\b/giu;

/** What pages print beside a date: "Last updated on Monday, 21 July 2013 at 11:11 GMT". */
const BESIDE = wordSet(`last first update updated published posted on at am pm a.m p.m st nd rd th
  um uhr den veröffentlicht aktualisiert le à publié mis jour de el las publicado actualizado
  del alle il às em om op kl klo o godz ob v г года в
  gmt utc bst est edt et pst pdt pt cest cet`);

/** Whether a line is nothing but a date, perhaps with its hour, or when something was published. `lang` is its primary language subtag. */
export function isOnlyDate(line: string, lang: string): boolean {
  if (line.length >= 100 || !/\p{N}/u.test(line)) return false;
  const words = line.replace(AFTER_NUMBER, '').replace(MONTHS, '').match(WORD) ?? [];
  return words.every(
    (word) =>
      BESIDE.has(word.toLowerCase()) ||
      weekdayOf(word, lang) !== undefined ||
      wholeMonthOf(word, lang) !== undefined,
  );
}

const WORD = /\p{L}(?:[\p{L}\p{M}.]*[\p{L}\p{M}])?/gu;

/** How many characters of a sentence are a date that stands on a line of its own before it. */
export function measureDateLine(sentence: string): number {
  const line = /^.{4,60}?\s*\n\s*/u.exec(sentence)?.[0] ?? '';
  return isDateLine(line.trim()) ? line.length : 0;
}
