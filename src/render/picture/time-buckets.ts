const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The time that one bar of a chart covers. */
export type BucketUnit = 'hour' | 'day' | 'week' | 'month';

/** Equal periods of time (UTC), the first beginning at `starts[0]`. */
export interface Buckets {
  readonly unit: BucketUnit;
  readonly starts: readonly number[];
  /** The bucket of a moment. Undefined before the first one. */
  indexOf(at: number): number | undefined;
}

/** How the unit of a chart is chosen, and how old outliers are treated. */
const CHOICE = {
  /** More bars would be too thin to distinguish. */
  maxBuckets: 45,
  /** This share of the oldest moments may be left out if they would squeeze the others. */
  oldestShare: 0.05,
  /** If this share of the moments is at exactly midnight, only their days are known. */
  dayOnlyShare: 0.25,
} as const;

const UNITS = ['hour', 'day', 'week', 'month'] as const satisfies readonly BucketUnit[];

/**
 * Chooses the shortest unit with which all moments fit a chart. Undefined if one bucket contains
 * them all.
 */
export function chooseBuckets(moments: readonly number[]): Buckets | undefined {
  const sorted = moments.toSorted((a, b) => a - b);
  const last = sorted.at(-1);
  const first = sorted[0];
  const firstUsual = sorted[Math.floor(sorted.length * CHOICE.oldestShare)];
  if (first === undefined || firstUsual === undefined || last === undefined) return undefined;
  const dayOnly = sorted.filter((at) => at % DAY_MS === 0).length;
  const units = dayOnly >= sorted.length * CHOICE.dayOnlyShare ? UNITS.slice(1) : UNITS;
  // Outliers don't affect the unit, but are shown if there is room.
  const unit = units.find((one) => countBetween(one, firstUsual, last) <= CHOICE.maxBuckets);
  const chosen = unit ?? 'month';
  const from = countBetween(chosen, first, last) <= CHOICE.maxBuckets ? first : firstUsual;
  const count = Math.min(CHOICE.maxBuckets, countBetween(chosen, from, last));
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

/** Buckets are numbered from 1970. Weeks begin on Mondays; 1 January 1970 was a Thursday. */
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
