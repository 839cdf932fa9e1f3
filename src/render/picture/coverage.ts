import { chooseBuckets, type Buckets } from './time-buckets.ts';

/** An article as a chart of coverage counts it. */
export interface CountedArticle {
  readonly source?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Articles over time by publisher, ready to be drawn. */
export interface Coverage {
  readonly buckets: Buckets;
  /** The publishers with the most articles first, then all others together if there are more. */
  readonly series: readonly CoverageSeries[];
  /** Number of articles before the first bucket. */
  readonly earlierCount: number;
  readonly total: number;
  /** There are more articles, older than the ones counted. */
  readonly isNewestOnly: boolean;
}

/** Facts about the articles that are counted. */
export interface CoverageFacts {
  /** Articles dated more than a day later are left out. Default: none. */
  readonly now?: Date;
  /** There are more articles than these, which are the newest. */
  readonly isNewestOnly?: boolean;
}

/** One publisher's articles, by bucket. */
export interface CoverageSeries {
  readonly name: string;
  readonly isOthers: boolean;
  readonly counts: readonly number[];
  readonly total: number;
}

/** When coverage is worth a chart, and how many publishers it shows separately. */
const COVERAGE = {
  leastArticles: 5,
  maxPublishers: 5,
  /**
   * A day that has already begun somewhere isn't a mistake. A misprinted year must not dominate the
   * chart.
   */
  aheadMs: 24 * 3_600_000,
} as const;

/** The latest date that is counted, in milliseconds since the epoch. */
export function latestCounted(now: Date): number {
  return now.getTime() + COVERAGE.aheadMs;
}

/** Counts articles by time and publisher. Undefined if there are too few for a chart. */
export function buildCoverage(
  articles: readonly CountedArticle[],
  { now, isNewestOnly = false }: CoverageFacts = {},
): Coverage | undefined {
  const latest = now ? latestCounted(now) : Number.POSITIVE_INFINITY;
  // An article without a date has time 0.
  const dated = articles.filter(({ at }) => at > 0 && at <= latest);
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
  // Articles without a publisher's name are counted with the others.
  const named = all.filter(({ name }) => name !== '').slice(0, COVERAGE.maxPublishers);
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
