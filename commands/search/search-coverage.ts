import type { ArticleFilter } from '../../src/index/narrowing/compile-narrowing.ts';
import { buildCoverage } from '../../src/render/picture/coverage.ts';
import { drawCoverage } from '../../src/render/picture/coverage-chart.ts';
import type { Picture } from '../../src/render/picture/picture.ts';
import type { Services } from '../../src/command/services.ts';

/** Only the newest are counted, which keeps the chart cheap; it could not show more anyway. */
const MOST_COUNTED = 5_000;

/** Draws when and by whom the articles that pass a filter were published; undefined when there are few. */
export function drawSearchCoverage(
  filter: ArticleFilter,
  { index }: Pick<Services, 'index'>,
  now: Date,
): Picture | undefined {
  const { entries, total } = index.newestReports(filter, { limit: MOST_COUNTED });
  const coverage = buildCoverage(entries, { now, isNewestOnly: total > entries.length });
  return coverage && drawCoverage(coverage);
}
