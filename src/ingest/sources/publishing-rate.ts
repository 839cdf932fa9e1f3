import { POLL_TUNING } from './poll-tuning.ts';
import type { DayCount, SourceState } from './source.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Adds new articles to the counts of their days. Days that lie more than two weeks before the newest
 * are forgotten; dates in the future count as now, for they are mistakes or time zones.
 */
export function countArticles(
  counts: readonly DayCount[],
  dates: readonly string[],
  now: Date,
): DayCount[] {
  const byDay = new Map(counts.map(({ day, count }) => [day, count]));
  for (const date of dates) {
    const ms = Math.min(Date.parse(date), now.getTime());
    const day = new Date(Number.isNaN(ms) ? now : ms).toISOString().slice(0, 10);
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const days = [...byDay.keys()].toSorted();
  const newest = days.at(-1);
  if (newest === undefined) return [];
  const oldest = new Date(Date.parse(newest) - (POLL_TUNING.countedDays - 1) * DAY_MS);
  const first = oldest.toISOString().slice(0, 10);
  return days.filter((day) => day >= first).map((day) => ({ day, count: byDay.get(day) ?? 0 }));
}

/**
 * The usual time between two articles, from the two weeks before the newest: silence since then does
 * not make it longer. Undefined while too few are known.
 */
export function usualIntervalMs({ recentCounts, lastNewAt }: SourceState): number | undefined {
  const [first] = recentCounts;
  const total = recentCounts.reduce((sum, { count }) => sum + count, 0);
  if (!first || lastNewAt === undefined || total < POLL_TUNING.leastForUsual) return undefined;
  return spanMs(first.day, Date.parse(lastNewAt)) / total;
}

/** Articles a day over the two weeks until `now`; undefined before the first article. */
export function articlesADay({ recentCounts }: SourceState, now: Date): number | undefined {
  const [first] = recentCounts;
  if (!first) return undefined;
  const from = new Date(now.getTime() - POLL_TUNING.countedDays * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const recent = recentCounts.filter(({ day }) => day > from);
  const total = recent.reduce((sum, { count }) => sum + count, 0);
  return (total * DAY_MS) / spanMs(first.day > from ? first.day : from, now.getTime());
}

/** From the beginning of a day to a moment, but a day at least: a first hour says little. */
function spanMs(day: string, untilMs: number): number {
  return Math.max(DAY_MS, untilMs - Date.parse(day));
}
