import { MONTH_PATTERN } from '../../article/calendar-words.ts';

/** "Saturday, January 8, 2005": a day, a year and at most six words. */
const DATE =
  /^(?=.*\p{Nd}{4})(?=(?:.*\P{Nd})?\p{Nd}{1,2}(?!\p{Nd}))[^\p{L}]*(?:\p{L}[\p{L}\p{M}'’.-]*[^\p{L}]*){1,6}$/u;

/** Whether a line is the date above a report. */
export function isDateLine(line: string): boolean {
  return line.length < 60 && DATE.test(line);
}

/** Words of dates, and of what pages print beside them: "Last updated on Monday, 21 July 2013 at 11:11 GMT". */
const DATE_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${MONTH_PATTERN})\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|last|first|updated?|published|posted|on|at|am|pm|um|uhr|den|le|à|de|el|las|a\.m|p\.m|gmt|utc|bst|e[sd]?t|p[sd]?t|cest|cet|st|nd|rd|th|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado)(?![\p{L}])`,
  'giu',
);

/** Whether a line is nothing but a date, perhaps with its hour, or when something was published. */
export function isOnlyDate(line: string): boolean {
  return (
    line.length < 100 &&
    /\p{N}/u.test(line) &&
    !/\p{L}/u.test(
      line.replace(/(?<=\p{N})(?:st|nd|rd|th|h|am|pm)\b/giu, '').replace(DATE_WORDS, ''),
    )
  );
}

/** How many characters of a sentence are a date that stands on a line of its own before it. */
export function measureDateLine(sentence: string): number {
  const line = /^.{4,60}?\s*\n\s*/u.exec(sentence)?.[0] ?? '';
  return isDateLine(line.trim()) ? line.length : 0;
}
