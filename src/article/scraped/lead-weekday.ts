import { WEEKDAYS } from '../calendar-words.ts';

/**
 * Finds the weekday (0 = Sunday) on which the news in a lead happened. The one next to a verb of
 * saying wins ("said on Sunday"). Days in the future or long past don't count.
 */
export function findLeadWeekday(lead: string): number | undefined {
  const days = [...lead.matchAll(WEEKDAY)].filter(
    (match) =>
      !OTHER_WEEK.test(lead.slice(0, match.index)) &&
      !/^['’]s/u.test(lead.slice(match.index + match[0].length)),
  );
  const told = days.find((match) => TOLD.test(lead.slice(0, match.index)));
  const name = (told ?? days[0])?.[0];
  const weekday = WEEKDAYS.findIndex((day) => day === name);
  return weekday === -1 ? undefined : weekday;
}

/** The first such weekday on or after a day (ISO 8601), at 00:00Z. */
export function nextWeekday(iso: string, weekday: number): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((weekday - date.getUTCDay() + 7) % 7));
  return date.toISOString();
}

/** The last such weekday on or before a day (ISO 8601), at 00:00Z. */
export function previousWeekday(iso: string, weekday: number): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() - weekday + 7) % 7));
  return date.toISOString();
}

const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'gu');
const OTHER_WEEK =
  /\b(?:next|last|previous|coming|until|till|by|before|since|due(?: on)?|scheduled for|set for|expected(?: on)?|planned for|starting(?: on)?|begin(?:s|ning)?(?: on)?|from|through|every|each)(?: (?:on|this|late|early))? $/iu;
const TOLD =
  /\b(?:said|says|saying|told|announced|reported|declared|confirmed|warned|urged|added)(?: in [^,.]{1,40})?,?(?: on| late| early)* $/iu;
