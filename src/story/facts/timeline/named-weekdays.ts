import { weekdayOf } from './calendar-day.ts';
import type { DatedSentence, FoundDay } from './found-day.ts';

/** How many characters before a weekday are looked at. */
const REACH = 80;

/** "Every Monday", "the previous Monday", "Bloody Sunday", "Fox News Sunday", "Monday to Friday": no day, or not known which. */
const NO_DAY_BEFORE =
  /(?<!\p{L})(?:every|each|an?|any|one|previous|following|black|good|bloody|super|ash|holy|palm|easter|cyber|fox news|mail on|independent on) $|day(?: to | through |-|–)$/u;
const NO_DAY_AFTER =
  /^(?: (?:to|through) \p{L}{3,7}day| ?[-–] ?\p{L}{3,7}day| (?:before|after|week|of)(?!\p{L})| (?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Tribune|Independent|People|Business|Night Live)(?!\p{L}))/u;

const NEXT = /(?<!\p{L})(?:next|coming)(?: on| late| early)? $/u;
const LAST = /(?<!\p{L})last $/u;
/** "By Wednesday" may be the last one or the next. */
const UNTIL = /(?<!\p{L})(?:until|till|by|before) $/u;
const DUE =
  /(?<!\p{L})(?:due|scheduled|set|planned|expected|starting)(?: for| on| this| late| early)* $/u;
/** "Will rule on the appeal on Tuesday"; but "will rule, he said on Tuesday". */
const WILL =
  /(?<!\p{L})(?:will|won['’]t|shall|would(?! have)|(?:is|are|was|were|be) (?:due|set|expected|scheduled|likely|planned|to)|due to|(?:plans|hopes|wants|agreed|planning|hoping) to)(?!\p{L})(?!.* (?:said|says|told|announced|reported|warned)(?!\p{L}))[^.;:,]*$/u;

/**
 * Finds weekdays. In a report "on Tuesday" is the last one, the day of the report included, or the coming one
 * after words of what is to come.
 */
export function findWeekdays({ text, lower, published, lang, words }: DatedSentence): FoundDay[] {
  const today = weekdayOf(published);
  const found: FoundDay[] = [];
  for (const { 0: name, index } of lower.matchAll(words.weekday)) {
    const before = lower.slice(Math.max(0, index - REACH), index);
    const end = index + name.length;
    const after = text.slice(end, end + REACH);
    if (NO_DAY_BEFORE.test(before) || NO_DAY_AFTER.test(after)) continue;
    const back = (today - words.weekdays.indexOf(name) + 7) % 7;
    const day = lang === 'en' ? judge(before, back) : -back;
    if (day !== undefined) found.push({ day: published + day, start: index, end });
  }
  return found.length > 0 && words.future?.test(lower) ? [] : found;
}

/** The distance of an English weekday in days, given what stands before it and how long ago the last one was. */
function judge(before: string, back: number): number | undefined {
  if (NEXT.test(before)) return 7 - back;
  if (DUE.test(before) || WILL.test(before)) return (7 - back) % 7;
  if (UNTIL.test(before)) return undefined;
  return LAST.test(before) ? -(back || 7) : -back;
}
