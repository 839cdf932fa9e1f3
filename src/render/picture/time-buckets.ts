const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long one bar of a chart stands for. */
export type BucketUnit = 'hour' | 'day' | 'week' | 'month';

/** Equal stretches of time (UTC), the first beginning at `starts[0]`. */
export interface Buckets {
  readonly unit: BucketUnit;
  readonly starts: readonly number[];
  /** The bucket of a moment; undefined before the first one. */
  indexOf(at: number): number | undefined;
}

/** Which unit a chart takes, and how it treats what lies far back. */
const CHOICE = {
  /** More bars would be too thin to tell apart. */
  mostBuckets: 45,
  /** This part of the oldest may be left out where they would press the others together. */
  oldestPart: 0.05,
  /** Where so many stand at midnight exactly, only their days are known. */
  dayOnlyPart: 0.25,
} as const;

const UNITS = ['hour', 'day', 'week', 'month'] as const satisfies readonly BucketUnit[];

/** Chooses the shortest stretch by which all moments fit a chart; undefined where one stretch holds them all. */
export function chooseBuckets(moments: readonly number[]): Buckets | undefined {
  const sorted = moments.toSorted((a, b) => a - b);
  const last = sorted.at(-1);
  const first = sorted[0];
  const firstUsual = sorted[Math.floor(sorted.length * CHOICE.oldestPart)];
  if (first === undefined || firstUsual === undefined || last === undefined) return undefined;
  const dayOnly = sorted.filter((at) => at % DAY_MS === 0).length;
  const units = dayOnly >= sorted.length * CHOICE.dayOnlyPart ? UNITS.slice(1) : UNITS;
  // The outliers decide nothing, but where there is room for them they are shown.
  const unit = units.find((one) => countBetween(one, firstUsual, last) <= CHOICE.mostBuckets);
  const chosen = unit ?? 'month';
  const from = countBetween(chosen, first, last) <= CHOICE.mostBuckets ? first : firstUsual;
  const count = Math.min(CHOICE.mostBuckets, countBetween(chosen, from, last));
  if (count < 2) return undefined;
  const lastNumber = numberOf(chosen, last);
  const firstNumber = lastNumber - count + 1;
  return {
    unit: chosen,
    starts: Array.from({ length: count }, (_, index) => startOf(chosen, firstNumber + index)),
    indexOf(at) {
      const index = numberOf(chosen, at) - firstNumber;
      return index >= 0 && index < count ? index : undefined;
    },
  };
}

function countBetween(unit: BucketUnit, first: number, last: number): number {
  return numberOf(unit, last) - numberOf(unit, first) + 1;
}

/** Buckets are numbered from 1970 on; weeks begin on Mondays, and 1 January 1970 was a Thursday. */
function numberOf(unit: BucketUnit, at: number): number {
  if (unit === 'hour') return Math.floor(at / HOUR_MS);
  if (unit === 'day') return Math.floor(at / DAY_MS);
  if (unit === 'week') return Math.floor((at / DAY_MS + 3) / 7);
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function startOf(unit: BucketUnit, number: number): number {
  if (unit === 'hour') return number * HOUR_MS;
  if (unit === 'day') return number * DAY_MS;
  if (unit === 'week') return (number * 7 - 3) * DAY_MS;
  return Date.UTC(2000, number - 24_000, 1);
}
