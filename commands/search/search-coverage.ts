import type { ArticleFilter } from '../../src/index/narrowing/compile-narrowing.ts';
import { buildCoverage } from '../../src/render/picture/coverage.ts';
import { drawCoverage } from '../../src/render/picture/coverage-chart.ts';
import type { Picture } from '../../src/render/picture/picture.ts';
import type { Services } from '../../src/command/services.ts';

/** Of more articles the newest are counted: nobody sees more in a chart, and it stays cheap. */
const MOST_COUNTED = 5_000;

/** Draws when and by whom the articles that pass a filter were published; undefined when there are few. */
export function drawSearchCoverage(
  filter: ArticleFilter,
  { index }: Pick<Services, 'index'>,
  now: Date,
): Picture | undefined {
  const { entries, total } = index.newest(filter, { limit: MOST_COUNTED });
  const coverage = buildCoverage(entries, { now, isNewestOnly: total > entries.length });
  return coverage && drawCoverage(coverage);
}
