import { weekdayOf } from '../article/feed/dates/local-names.ts';
import { UserError } from '../errors.ts';

/** The names of the days by cron's number: Sunday is 0. */
export const DAY_NAMES = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Words between days that say nothing. */
const BETWEEN: ReadonlySet<string> = new Set([
  '',
  'every',
  'and',
  'und',
  'et',
  'y',
  'e',
  'i',
  'en',
  'och',
  'и',
  've',
]);

const WORDS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ['day', EVERY_DAY],
  ['daily', EVERY_DAY],
  ['everyday', EVERY_DAY],
  ['all', EVERY_DAY],
  ['*', EVERY_DAY],
  ['weekday', [1, 2, 3, 4, 5]],
  ['workday', [1, 2, 3, 4, 5]],
  ['weekend', [0, 6]],
]);

/**
 * Reads typed days of the week: "weekdays", "Mon, Wed and Fri", "Monday to Friday", "sat-sun". An empty
 * text means every day. Returns cron's numbers in ascending order. Throws a UserError if it cannot read
 * the text.
 */
export function parseDays(typed: string): number[] {
  const text = typed
    .toLowerCase()
    .replaceAll(/\b(?:business|working|work) ?days?\b/g, 'workdays')
    .replaceAll(/\b(?:to|through|until)\b|[–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?- ?/g, '-');
  const parts = text.split(/[\s,;&/]+/).filter((part) => !BETWEEN.has(part));
  if (parts.length === 0) return [...EVERY_DAY];
  const days = parts.flatMap((part) => parsePart(part) ?? fail(typed));
  return [...new Set(days)].toSorted((a, b) => a - b);
}

function parsePart(part: string): readonly number[] | undefined {
  const word = WORDS.get(part) ?? WORDS.get(part.replace(/s$/, ''));
  if (word !== undefined) return word;
  const [first, last, ...rest] = part.split('-').map(parseDay);
  if (first === undefined || rest.length > 0) return undefined;
  if (!part.includes('-')) return [first];
  return last === undefined ? undefined : range(first, last);
}

/** Languages in which days are read as well, by three letters of a name or more. */
const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'uk', 'tr', 'ar'];

/** The day that a name has in all of the languages that know it. */
function dayElsewhere(name: string): number | undefined {
  if (name.length < 3) return undefined;
  const days = new Set(LANGUAGES.map((lang) => weekdayOf(name, lang)));
  days.delete(undefined);
  return days.size === 1 ? [...days][0] : undefined;
}

/**
 * Reads the first two or more letters of a name ("mo", "thurs"), or cron's number, where Sunday is 0 or 7.
 */
function parseDay(text: string): number | undefined {
  if (/^[0-7]$/.test(text)) return Number(text) % 7;
  if (text.length < 2) return undefined;
  const name = text.replace(/s$/, '');
  const found = DAY_NAMES.findIndex((day) => day.toLowerCase().startsWith(name));
  return found === -1 ? (dayElsewhere(text) ?? dayElsewhere(name)) : found;
}

/** Lists the days from one day to another, past the end of the week if need be. */
function range(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => (first + index) % 7);
}

function fail(typed: string): never {
  throw new UserError(
    'bad-option',
    `"${typed.trim().slice(0, 60)}" does not name days. Write weekdays, weekends, every day, or Mon, Wed, Fri.`,
  );
}
