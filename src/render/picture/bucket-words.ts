import type { BucketUnit } from './time-buckets.ts';

const PARTS: Readonly<Record<BucketUnit, Intl.DateTimeFormatOptions>> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
};

/** Kept, because creating one takes as long as drawing a chart. */
const formats = new Map<BucketUnit, Intl.DateTimeFormat>();

/** The name of a bucket's start, in UTC: "14 Mar 2024". */
export function nameBucket(unit: BucketUnit, start: number): string {
  let format = formats.get(unit);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { ...PARTS[unit], timeZone: 'UTC' });
    formats.set(unit, format);
  }
  return format.format(start);
}
