import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coverWindow } from '../../../src/digest/window/cover-window.ts';
import type { CoveredStory } from '../../../src/digest/why/digest-trace.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { buildReport } from '../../support/build-news.ts';
import { openNews, type OpenedNews } from '../../support/open-news.ts';

const FIRST = buildReport('flood', 'Harbour Post', '2026-03-09T18:00:00.000Z');
const SECOND = buildReport('flood', 'Meridian Wire', '2026-03-09T19:00:00.000Z');
const MORNING = new Date('2026-03-10T07:00:00Z');

let news: OpenedNews;
beforeEach(async () => {
  news = await openNews();
  await news.add([FIRST, SECOND], new Date('2026-03-09T20:00:00Z'));
});
afterEach(() => news.close());

interface Asked {
  readonly from?: string;
  readonly until?: Date;
  readonly topics?: readonly string[];
}

async function cover({ from = '2026-03-09T07:00:00Z', until = MORNING, topics = [] }: Asked = {}) {
  const request = { from: new Date(from), until, topics, sources: [], storyCount: 5 };
  // What arrived late would be in every window.
  const parsed = topics.map((topic) => parseQuery(topic, until));
  const coverage = await coverWindow(
    { ...request, lateArrivals: 'left-out' },
    { ...request, topics: parsed },
    news,
  );
  expect(coverage.stories).toHaveLength(1);
  return coverage.stories[0]!;
}

function listCurrent({ current }: CoveredStory): string[] {
  return current.map(({ id }) => id);
}

describe('the stories of a window', () => {
  it('are the same objects as in another one that has the same of them', async () => {
    expect(await cover({ until: new Date(MORNING.getTime() + 60_000) })).toBe(await cover());
  });

  it('have those of their articles that are in the window', async () => {
    expect(listCurrent(await cover())).toEqual([FIRST.id, SECOND.id]);
    expect(listCurrent(await cover({ from: '2026-03-09T18:30:00Z' }))).toEqual([SECOND.id]);
    expect(listCurrent(await cover())).toEqual([FIRST.id, SECOND.id]);
  });

  it('have the topic of the digest, if it has several', async () => {
    expect((await cover({ topics: ['flood', 'harvest'] })).topic).toBe(0);
    expect((await cover({ topics: ['harvest', 'flood'] })).topic).toBe(1);
    expect((await cover()).topic).toBeUndefined();
  });
});
