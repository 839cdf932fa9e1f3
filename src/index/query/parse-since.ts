const DAY_MS = 86_400_000;
/** "m" alone is missing: it means minutes to some people and months to others. */
const UNITS: readonly (readonly [names: RegExp, ms: number])[] = [
  [/^(?:min|mins|minutes?)$/, 60_000],
  [/^(?:h|hrs?|hours?)$/, 3_600_000],
  [/^(?:d|days?)$/, DAY_MS],
  [/^(?:w|weeks?)$/, 7 * DAY_MS],
  [/^(?:mo|mos|months?)$/, 30 * DAY_MS],
  [/^(?:y|yrs?|years?)$/, 365 * DAY_MS],
];
/** "9999y" is earlier; such a year would not have four digits. */
const EARLIEST = Date.parse('0001-01-01');
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * Reads "2024-06-14", "2024-06", "2024", "7d", "12h", "2w", "30min", "3 days", "today", "yesterday" or "monday" (the
 * last one). Days begin at 00:00 UTC. Undefined for anything else.
 */
export function parseSince(text: string, now: Date): Date | undefined {
  const value = text.trim().toLowerCase();
  return parseDay(value) ?? parseAgo(value, now) ?? parseDayName(value, now);
}

/**
 * A date as a narrowing has it: "2024-06-14" when it is midnight UTC, else to the minute,
 * "2024-06-14T08:30Z".
 */
export function formatSince(date: Date): string {
  const [day = '', time = ''] = new Date(Math.max(date.getTime(), EARLIEST))
    .toISOString()
    .split('T');
  const minute = time.slice(0, 5);
  return minute === '00:00' ? day : `${day}T${minute}Z`;
}

function parseDay(value: string): Date | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date
    : undefined;
}

function parseAgo(value: string, now: Date): Date | undefined {
  const [, count, unit = ''] = /^(\d{1,4})\s*([a-z]+)(?: ago)?$/.exec(value) ?? [];
  const unitMs = UNITS.find(([names]) => names.test(unit))?.[1];
  return unitMs === undefined ? undefined : new Date(now.getTime() - Number(count) * unitMs);
}

/** Says what a text may mean that is no date, if that can be told: "30m" is minutes or months. */
export function adviseOnSince(text: string): string | undefined {
  const [, count] = /^(\d{1,4})\s*m$/.exec(text.trim().toLowerCase()) ?? [];
  return count === undefined
    ? undefined
    : `Write ${count}min for minutes or ${count}mo for months.`;
}

function parseDayName(value: string, now: Date): Date | undefined {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  if (value === 'today') return new Date(today);
  if (value === 'yesterday') return new Date(today - DAY_MS);
  const weekday = WEEKDAYS.findIndex((name) => name === value || name.slice(0, 3) === value);
  if (weekday === -1) return undefined;
  const daysAgo = (new Date(today).getUTCDay() - weekday + 7) % 7 || 7;
  return new Date(today - daysAgo * DAY_MS);
}
