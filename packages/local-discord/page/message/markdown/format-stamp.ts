import { dayOf } from '../../selectors/day-of.ts';
import type { StampStyle } from './nodes.ts';

/** The language, time zone and time in which an instant is shown. */
export interface Viewer {
  /** BCP 47. */
  readonly locale: string;
  /** IANA zone. */
  readonly zone: string;
  /** Ms since 1970. */
  readonly now: number;
}

const STYLES: Readonly<Record<Exclude<StampStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Units with their length in ms, the longest first; months and years have their average length. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365.25 * DAY_MS],
  ['month', 30.44 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
  ['second', SECOND_MS],
];

/** Formats an instant in the style of `<t:0:style>`, in the viewer's language and time zone. */
export function formatStamp(ms: number, style: StampStyle, viewer: Viewer): string {
  return style === 'R'
    ? formatRelative(ms - viewer.now, viewer.locale)
    : formatter(STYLES[style], viewer).format(ms);
}

/** Returns after how many ms a relative time is to be formatted again. */
export function relativeChangesInMs(ms: number, now: number): number {
  // Often for distant times too, because this Discord's clock can be moved.
  return Math.abs(ms - now) < MINUTE_MS ? SECOND_MS : 10 * SECOND_MS;
}

/** Formats when a message was sent: "17:03", "Yesterday at 17:03", "20/11/2026, 17:03". */
export function formatSent(ms: number, viewer: Viewer): string {
  const time = formatter(STYLES.t, viewer).format(ms);
  switch (daysAgo(ms, viewer)) {
    case 0:
      return time;
    case 1:
      return `Yesterday at ${time}`;
    default:
      return formatter(STYLES.s, viewer).format(ms);
  }
}

/** Formats when a message was sent for screen readers: "today at 17:03". */
export function speakSent(ms: number, viewer: Viewer): string {
  const time = formatter(STYLES.t, viewer).format(ms);
  switch (daysAgo(ms, viewer)) {
    case 0:
      return `today at ${time}`;
    case 1:
      return `yesterday at ${time}`;
    default:
      return formatter(STYLES.f, viewer).format(ms);
  }
}

function formatRelative(distanceMs: number, locale: string): string {
  const [unit, length] = UNITS.find(([, unitMs]) => Math.abs(distanceMs) >= unitMs) ?? [
    'second',
    SECOND_MS,
  ];
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(distanceMs / length), unit);
}

function formatter(options: Intl.DateTimeFormatOptions, viewer: Viewer): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(viewer.locale, { ...options, timeZone: viewer.zone });
}

function daysAgo(ms: number, viewer: Viewer): number {
  return calendarDay(viewer.now, viewer.zone) - calendarDay(ms, viewer.zone);
}

/** Returns the number of an instant's calendar day in a time zone, counted from 1970-01-01. */
function calendarDay(ms: number, zone: string): number {
  return Date.parse(dayOf(ms, zone)) / DAY_MS;
}
