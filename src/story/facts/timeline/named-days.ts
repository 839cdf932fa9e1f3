import { westernDigits } from '../../../text/western-digits.ts';
import { dayWordsOf } from './day-words.ts';
import type { FoundDay } from './found-day.ts';
import { findNamedDates } from './named-dates.ts';
import { findRelativeDays } from './relative-days.ts';
import { findWeekdays } from './named-weekdays.ts';

/** A day that a sentence names. */
export interface NamedDay extends FoundDay {
  /** Something is only measured from it: "since Tuesday". What the sentence tells may be of another day. */
  readonly isMeasured: boolean;
}

/**
 * Finds the days that a sentence names, in order. "14 June" and "on Tuesday" are told from the day on which the
 * article was `published`; without it only dates with a year count. What may be one of several days names none.
 *
 * @example
 * findNamedDays('The dam broke on Tuesday.', dayOf('2024-06-14'), 'en'); // 11 June 2024
 */
export function findNamedDays(
  text: string,
  published: number | undefined,
  lang: string,
): NamedDay[] {
  if (text.length > MAX_LENGTH) return [];
  return findDays(text, published, lang)
    .toSorted((a, b) => a.start - b.start)
    .map((found) => ({
      ...found,
      isMeasured: MEASURED.test(text.slice(Math.max(0, found.start - 30), found.start)),
    }));
}

/** What is longer is a table or a list, and no sentence. */
const MAX_LENGTH = 2000;

const MEASURED =
  /(?<!\p{L})(?:before|after|since|until|till|from|ahead of|following|than|between)(?: the| on| early| late| last)* $/iu;

function findDays(text: string, published: number | undefined, lang: string): FoundDay[] {
  const dates = findNamedDates(westernDigits(text), published, lang);
  const words = dayWordsOf(lang);
  const lower = text.toLowerCase();
  // Some letters are longer in lower case, and then positions don't agree.
  if (published === undefined || !words || lower.length !== text.length) return dates;
  const sentence = { text, lower, published, lang, words };
  const others = [...findWeekdays(sentence), ...findRelativeDays(sentence)];
  // "Tuesday, June 14" names one day, which the date gives.
  return [...dates, ...others.filter((one) => !dates.some((date) => touches(one, date)))];
}

/** Whether a weekday stands next to a date: with a comma and a space between them, or "the". */
function touches(one: FoundDay, date: FoundDay): boolean {
  const [first, second] = one.start < date.start ? [one, date] : [date, one];
  return second.start - first.end <= 5;
}
