import { chooseBuckets, type Buckets } from './time-buckets.ts';

/** One article as far as a chart of coverage needs it. */
export interface CoverageEntry {
  readonly source?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Articles over time by publisher, ready to be drawn. */
export interface Coverage {
  readonly buckets: Buckets;
  /** The publishers with most articles first; then `others`, where there are more of them. */
  readonly series: readonly CoverageSeries[];
  /** Articles before the first bucket. */
  readonly earlierCount: number;
  readonly total: number;
  /** There are more articles, older than all that were counted. */
  readonly isNewestOnly: boolean;
}

/** What is known of all that there is to count. */
export interface CoverageFacts {
  /** What is dated more than a day later is left out; by default nothing is. */
  readonly now?: Date;
  /** There are more articles than these, the newest. */
  readonly isNewestOnly?: boolean;
}

/** One publisher's articles, by bucket. */
export interface CoverageSeries {
  readonly name: string;
  readonly isOthers: boolean;
  readonly counts: readonly number[];
  readonly total: number;
}

/** When coverage is worth a chart, and how many publishers it tells apart. */
const COVERAGE = {
  leastArticles: 5,
  mostPublishers: 5,
  /** A day that has begun somewhere is no mistake; one misprinted year would be all that a chart shows. */
  aheadMs: 24 * 3_600_000,
} as const;

/** Counts articles by time and publisher; undefined where there are too few to say anything. */
export function buildCoverage(
  entries: readonly CoverageEntry[],
  { now, isNewestOnly = false }: CoverageFacts = {},
): Coverage | undefined {
  const latest = now ? now.getTime() + COVERAGE.aheadMs : Number.POSITIVE_INFINITY;
  // An article without any date stands at zero.
  const dated = entries.filter(({ at }) => at > 0 && at <= latest);
  if (dated.length < COVERAGE.leastArticles) return undefined;
  const buckets = chooseBuckets(dated.map(({ at }) => at));
  if (!buckets) return undefined;
  const length = buckets.starts.length;
  const bySource = new Map<string, number[]>();
  let earlierCount = 0;
  for (const { source = '', at } of dated) {
    const index = buckets.indexOf(at);
    if (index === undefined) {
      earlierCount += 1;
      continue;
    }
    const counts = bySource.get(source) ?? Array.from({ length }, () => 0);
    counts[index]! += 1;
    bySource.set(source, counts);
  }
  const all = [...bySource]
    .map(([name, counts]) => ({ name, isOthers: false, counts, total: sum(counts) }))
    .toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
  // Who does not say its name is not told apart from the others.
  const named = all.filter(({ name }) => name !== '').slice(0, COVERAGE.mostPublishers);
  const rest = all.filter((one) => !named.includes(one));
  return {
    buckets,
    series: [...named, ...(rest.length === 0 ? [] : [joinSeries(rest, length)])],
    earlierCount,
    total: dated.length,
    isNewestOnly,
  };
}

function joinSeries(series: readonly CoverageSeries[], length: number): CoverageSeries {
  const counts = Array.from({ length }, (_, index) =>
    sum(series.map((one) => one.counts[index] ?? 0)),
  );
  return { name: 'Others', isOthers: true, counts, total: sum(counts) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
