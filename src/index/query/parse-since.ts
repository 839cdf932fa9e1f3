const DAY_MS = 86_400_000;
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['d', DAY_MS],
  ['w', 7 * DAY_MS],
  ['m', 30 * DAY_MS],
  ['y', 365 * DAY_MS],
]);
/** "9999y" is earlier; such a year would not have four digits. */
const EARLIEST = Date.parse('0001-01-01');
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * Reads "2024-06-14", "2024-06", "2024", "7d", "12h", "2w", "3 days", "today", "yesterday" or "monday" (the last
 * one). Days begin at 00:00 UTC. Undefined for anything else.
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
  const match = /^(\d{1,4})\s*(h|d|w|m|y|hours?|days?|weeks?|months?|years?)$/.exec(value);
  const unitMs = UNIT_MS.get(match?.[2]?.charAt(0) ?? '');
  return unitMs === undefined ? undefined : new Date(now.getTime() - Number(match?.[1]) * unitMs);
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
