import { describeHealth, type SourceHealth } from '../../src/ingest/sources/describe-health.ts';
import type { Source } from '../../src/ingest/sources/source.ts';
import { POLL_TUNING } from '../../src/ingest/sources/poll-tuning.ts';
import type { Picture } from '../../src/render/picture/picture.ts';
import { drawSparklines, type SparklineRow } from '../../src/render/picture/sparklines.ts';

const DAY_MS = 24 * 3_600_000;
const MOST_ROWS = 20;

/** States that need attention. */
const TROUBLES: readonly SourceHealth['kind'][] = ['failing', 'gone', 'empty', 'quiet'];

/** Draws the number of articles of each source on each of the last days; undefined if there are none. */
export function drawSourceSparklines(sources: readonly Source[], now: Date): Picture | undefined {
  const days = listDays(now);
  const rows = sources
    .map((source) => ({ source, row: buildRow(source, days, now) }))
    .toSorted(
      (a, b) =>
        rankTrouble(a.row) - rankTrouble(b.row) ||
        sum(b.row) - sum(a.row) ||
        (a.source.id < b.source.id ? -1 : 1),
    )
    .slice(0, MOST_ROWS)
    .map(({ row }) => row);
  return rows.some((row) => sum(row) > 0) ? drawSparklines(rows) : undefined;
}

function buildRow(source: Source, days: readonly string[], now: Date): SparklineRow {
  const byDay = new Map(source.state.recentCounts.map(({ day, count }) => [day, count]));
  const { kind } = describeHealth(source, now);
  return {
    name: source.name,
    counts: days.map((day) => byDay.get(day) ?? 0),
    ...(TROUBLES.includes(kind) && { trouble: kind }),
  };
}

/** The days (UTC) for which sources keep their counts; today is the last. */
function listDays(now: Date): string[] {
  return Array.from({ length: POLL_TUNING.countedDays }, (_, index) => {
    const back = POLL_TUNING.countedDays - 1 - index;
    return new Date(now.getTime() - back * DAY_MS).toISOString().slice(0, 10);
  });
}

function rankTrouble({ trouble }: SparklineRow): number {
  return trouble === undefined ? 1 : 0;
}

function sum({ counts }: SparklineRow): number {
  return counts.reduce((all, count) => all + count, 0);
}
