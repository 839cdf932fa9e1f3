import { WEEKDAYS } from '../calendar-words.ts';

/**
 * The weekday (0 = Sunday) on which a lead says that its news was made, or undefined. The one beside
 * a verb of telling wins ("said on Sunday"); days that are still to come or long past do not count.
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

/** The first such day on or after a day (ISO 8601), at 00:00Z. */
export function nextWeekday(iso: string, weekday: number): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((weekday - date.getUTCDay() + 7) % 7));
  return date.toISOString();
}

/** The last such day on or before a day (ISO 8601), at 00:00Z. */
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
