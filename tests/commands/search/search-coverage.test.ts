import { describe, expect, it } from 'vitest';
import { drawSearchCoverage } from '../../../commands/search/search-coverage.ts';
import { buildFilter } from '../../support/build-filter.ts';
import type { Services } from '../../../src/command/services.ts';

const now = new Date('2024-03-20T00:00:00Z');

/** An index that finds `total` articles, one in each of the last hours, and returns as many as the limit allows. */
function indexOf(total: number): Pick<Services, 'index'> {
  const newestReports: Services['index']['newestReports'] = (_filter, { limit }) => ({
    total,
    entries: Array.from({ length: Math.min(total, limit) }, (_, hour) => ({
      source: 'Post',
      at: now.getTime() - hour * 3_600_000,
    })),
  });
  return { index: { newestReports } as Services['index'] };
}

const describeFound = (total: number) =>
  drawSearchCoverage(buildFilter('flood', now), indexOf(total), now)?.description;

describe('the chart of a search', () => {
  it('counts all articles that are found', () => {
    expect(describeFound(300)).toContain(' 300 articles in all.');
  });

  it('counts only the newest if very many are found, and says so', () => {
    expect(describeFound(80_000)).toContain('The newest 5000 articles; older ones');
  });
});
