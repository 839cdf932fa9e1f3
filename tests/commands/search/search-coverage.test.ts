import { describe, expect, it } from 'vitest';
import { drawSearchCoverage } from '../../../commands/search/search-coverage.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import type { Services } from '../../../src/command/services.ts';
import { createDigestCache } from '../../../src/digest/digest-cache.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';

const HOUR_MS = 3_600_000;
const now = new Date('2024-03-20T00:00:00Z');

/** An index that finds `total` articles, one in each of the last hours before `last`, and returns as many as the limit allows. */
function indexOf(total: number, last = now): Services['index'] {
  const atOf = (position: number): number => last.getTime() - position * HOUR_MS;
  const newestReports: Services['index']['newestReports'] = (_filter, { limit }) => ({
    total,
    entries: Array.from({ length: Math.min(total, limit) }, (_, position) => ({
      source: 'Post',
      at: atOf(position),
    })),
  });
  const newest: Services['index']['newest'] = ({ from = 0 }) => ({
    total: Array.from({ length: total }, (_, position) => atOf(position)).filter((at) => at >= from)
      .length,
    entries: [],
  });
  return { newestReports, newest } as Services['index'];
}

/** Describes the chart at each instant, as one bot draws them. */
async function describeFound(index: Services['index'], ...instants: Date[]) {
  const cache = createDigestCache({ version: 1, countFrom: () => 0 }, { version: 1 });
  const services = { index, cache } as Partial<Services> as Services;
  const described: (string | undefined)[] = [];
  for (const instant of instants) {
    const context = { services, now: instant } as CommandContext;
    const chart = await drawSearchCoverage(parseQuery('flood', now), context);
    described.push(chart?.description);
  }
  return described;
}

describe('the chart of a search', () => {
  it('counts all articles that are found', async () => {
    const [description] = await describeFound(indexOf(300), now);
    expect(description).toContain(' 300 articles in all.');
  });

  it('counts only the newest if very many are found, and says so', async () => {
    const [description] = await describeFound(indexOf(80_000), now);
    expect(description).toContain('The newest 5000 articles; older ones');
  });

  it('counts an article that was dated ahead once its date has nearly come', async () => {
    const ahead = new Date(now.getTime() + 26 * HOUR_MS);
    const later = new Date(now.getTime() + 2 * HOUR_MS);
    const [before, after] = await describeFound(indexOf(300, ahead), now, later);
    expect(before).toContain(' 298 articles in all.');
    expect(after).toContain(' 300 articles in all.');
  });
});
