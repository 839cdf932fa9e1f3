/** How Discord shows an instant in the reader's own zone and language: R "2 hours ago", D "15 June 2024", … */
export type TimeStyle = 't' | 'D' | 'f' | 'F' | 'R';

const NOON_S = 12 * 3600;

/**
 * `<t:seconds:style>` for an ISO 8601 date. Where only the day is known, noon UTC of that day as a
 * date: almost everywhere on earth noon falls on the same day. Undefined for what is no date.
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
