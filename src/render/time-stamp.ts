/**
 * Discord's styles of an instant in the reader's own zone and language: R "2 hours ago", D "15 June
 * 2024", …
 */
export type TimeStyle = 't' | 'D' | 'f' | 'F' | 'R';

const NOON_S = 12 * 3600;

/**
 * Renders an ISO 8601 date as `<t:seconds:style>`. If only the day is known, it is shown as a date
 * at noon UTC: almost everywhere on earth that is the same day. Undefined if it isn't a date.
 */
export function renderTimeStamp(
  iso: string | undefined,
  style: TimeStyle,
  options: { dayOnly?: boolean } = {},
): string | undefined {
  const ms = iso === undefined ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(ms)) return undefined;
  const seconds = Math.floor(ms / 1000);
  return options.dayOnly ? `<t:${seconds + NOON_S}:D>` : `<t:${seconds}:${style}>`;
}
