import { weekdayOf, wholeMonthOf } from '../../article/feed/dates/local-names.ts';

/**
 * A weekday with its whole date, and a capital after it: "Tuesday, January 18, 2005", "Mardi 18 janvier 2005". After a date of
 * the sentence itself there is a comma, or a verb.
 */
const DAY =
  /^(\p{L}[\p{L}\p{M}'’-]{2,15}),? (?:(\p{L}[\p{L}\p{M}]{2,15})\.? \d{1,2}|\d{1,2}\.? (?:de )?(\p{L}[\p{L}\p{M}]{2,15})\.?(?: de)?),? (?:19|20)\d\d\s*(?:[-–—|:] ?)?(?=["“„«]?\p{Lu})/u;

/** How many characters of a sentence are the day on which its report appeared, which a page has run into it. */
export function measureDatedOpening(sentence: string, lang: string): number {
  const match = DAY.exec(sentence);
  if (!match) return 0;
  const [{ length }, weekday, month = match[3]] = match;
  const isDate =
    weekdayOf(weekday!, lang) !== undefined && wholeMonthOf(month!, lang) !== undefined;
  return isDate ? length : 0;
}
