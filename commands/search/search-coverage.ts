import type { Query } from '../../src/index/query/query.ts';
import { buildCoverage } from '../../src/render/picture/coverage.ts';
import { drawCoverage } from '../../src/render/picture/coverage-chart.ts';
import type { Picture } from '../../src/render/picture/picture.ts';
import type { Services } from '../../src/command/services.ts';

/** Of more articles the newest are counted: nobody sees more in a chart, and it stays cheap. */
const MOST_COUNTED = 5_000;

/** Draws when and by whom the articles of a query were published; undefined where they are few. */
export function drawSearchCoverage(
  query: Query,
  { index }: Pick<Services, 'index'>,
  now: Date,
): Picture | undefined {
  const { entries, total } = index.newest({ query }, { limit: MOST_COUNTED });
  const coverage = buildCoverage(entries, { now, isNewestOnly: total > entries.length });
  return coverage && drawCoverage(coverage);
}
