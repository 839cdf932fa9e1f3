import { describe, expect, it } from 'vitest';
import {
  planPrune,
  pruneEdge,
  type AgedArticle,
  type KeptReason,
} from '../../../src/run/retention/plan-prune.ts';

const NOW = new Date('2026-06-30T12:00:00Z');
const EDGE = pruneEdge(90, NOW)!;
const DAY_MS = 86_400_000;

function daysAgo(days: number): number {
  return NOW.getTime() - days * DAY_MS;
}

function plan(articles: readonly AgedArticle[], needed: Record<string, KeptReason> = {}) {
  return planPrune(articles, (id) => needed[id], { edge: EDGE, now: NOW });
}

describe('a plan of a prune', () => {
  it.each([
    ['published and seen long ago', 91, 91, true],
    ['published long ago and imported today', 900, 0, false],
    ['published long ago and imported 91 days ago', 900, 91, true],
    ['published and seen exactly at the edge', 90, 90, false],
    ['dated later than it was seen', 89, 91, false],
    ['dated in the future, seen long ago', -400, 91, true],
    ['dated in the future, seen lately', -400, 3, false],
  ])('decides on an article %s', (_, published, seen, goes) => {
    const article = { id: 'a', publishedAt: daysAgo(published), firstSeenAt: daysAgo(seen) };
    expect(plan([article]).articles).toEqual(goes ? [article] : []);
  });

  it('lets an undated article count from when it was seen', () => {
    const [old, young] = [91, 89].map((days) => ({ id: `${days}`, firstSeenAt: daysAgo(days) }));
    expect(plan([old!, young!]).articles).toEqual([old]);
  });

  it('keeps what is needed, counts it by reason, and lets the oldest go first', () => {
    const articles = [95, 200, 120, 91, 300].map((days) => ({
      id: `${days}`,
      firstSeenAt: daysAgo(days),
    }));
    const { articles: going, kept } = plan([...articles, { id: 'new', firstSeenAt: daysAgo(1) }], {
      120: 'followed',
      300: 'shown',
      95: 'shown',
      new: 'folder',
    });
    expect(going.map(({ id }) => id)).toEqual(['200', '91']);
    expect(Object.fromEntries(kept)).toEqual({ followed: 1, shown: 2 });
  });

  it('keeps everything if no days are set', () => {
    expect(pruneEdge(0, NOW)).toBeUndefined();
  });
});
