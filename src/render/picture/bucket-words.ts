import type { BucketUnit } from './time-buckets.ts';

const FORMATS: Readonly<Record<BucketUnit, Intl.DateTimeFormatOptions>> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
};

/** The name of a bucket's start, in UTC: "14 Mar 2024". */
export function nameBucket(unit: BucketUnit, start: number): string {
  return new Intl.DateTimeFormat('en-GB', { ...FORMATS[unit], timeZone: 'UTC' }).format(start);
}
