import { WEEKDAYS } from '../calendar-words.ts';

/**
 * Finds the weekday (0 = Sunday) on which the news in a lead happened. The one next to a verb of
 * saying wins ("said on Sunday"). Days in the future or long past don't count.
 */
export function findLeadWeekday(lead: string): number | undefined {
  const days = [...lead.matchAll(WEEKDAY)].filter(
    (match) =>
      !OTHER_WEEK.test(lead.slice(0, match.index)) &&
      !isComing(lead.slice(clauseStart(lead, match.index), match.index)) &&
      !/\ban? $/iu.test(lead.slice(Math.max(0, match.index - 4), match.index)) &&
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

/** What has not happened yet: "is due to speak on", "votes on", "would resume on". */
const COMING =
  /\b(?:will|would|won['’]t|shall|can|could|may|might|(?:is|are|due|set|likely|plans?|needs?|has|have) to|due|set|scheduled|expected|slated|planned?|plans|going to|about to|(?:are|is) [\p{L}]+ing|(?<!to )\b(?:votes?|meets?|opens?|speaks?|starts?|begins?|resumes?|decides?|plays?|faces?|hosts?|visits?|travels?|arrives?|returns?|holds?|takes? (?:place|office)|goes|comes|ends?|closes?|debates?|marks?|convenes?|launch(?:es)?|stands? trial|face|rule|rules|runs?|expires?))(?: \p{L}[\p{L}-]*){0,8},?(?: on| this| late| early)* $/iu;

/** Verbs that tell what happened, after which nothing before them counts. */
const HAPPENED =
  /\b(?:said|says|told|announced|reported|confirmed|warned|was|were|had|died|killed|\p{L}{2,}ed)\b(?! (?:to|on track)\b)/giu;

/** Whether the words before a weekday say that its day is still to come. */
function isComing(clause: string): boolean {
  let told = 0;
  for (const { 0: verb, index } of clause.matchAll(HAPPENED)) {
    if (!/^(?:expected|scheduled|slated|planned|need)$/iu.test(verb)) told = index + verb.length;
  }
  return COMING.test(clause.slice(told));
}

/** Where the sentence of a position starts, at most 160 characters before it. */
function clauseStart(lead: string, at: number): number {
  const from = Math.max(0, at - 160);
  const stop = lead.slice(from, at).search(/[.!?;][^.!?;]*$/u);
  return stop < 0 ? from : from + stop + 1;
}

const TOLD =
  /\b(?:said|says|saying|told|announced|reported|declared|confirmed|warned|urged|added)(?: in [^,.]{1,40})?,?(?: on| late| early)* $/iu;
