import type { CommandContext } from '../../src/command/command.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import type { Narrowing } from '../../src/index/narrowing/narrowing.ts';
import { buildCoverage, latestCounted } from '../../src/render/picture/coverage.ts';
import { drawCoverage } from '../../src/render/picture/coverage-chart.ts';
import type { Picture } from '../../src/render/picture/picture.ts';

/** Only the newest are counted, which keeps the chart cheap; it could not show more anyway. */
const MOST_COUNTED = 5_000;

/** Draws when and by whom the articles that fit were published; undefined when there are few. */
export async function drawSearchCoverage(
  narrowing: Narrowing,
  { services: { index, cache }, guildId, now }: CommandContext,
): Promise<Picture | undefined> {
  // The chart depends on the present time only by the articles that are dated after it.
  const { total: ahead } = index.newest({ from: latestCounted(now) + 1 }, { limit: 0 });
  const { chart } = await cache.keep(['coverage', guildId, narrowing, ahead], async () => {
    const filter = compileNarrowing(narrowing);
    const { entries, total } = index.newestReports(filter, { limit: MOST_COUNTED });
    const coverage = buildCoverage(entries, { now, isNewestOnly: total > entries.length });
    return { chart: coverage && drawCoverage(coverage) };
  });
  return chart;
}
