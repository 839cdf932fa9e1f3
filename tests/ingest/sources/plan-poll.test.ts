import { describe, expect, it } from 'vitest';
import {
  markTold,
  pauseSource,
  planNextPoll,
  resumeSource,
  type PollOutcome,
} from '../../../src/ingest/sources/plan-poll.ts';
import {
  isDue,
  pollUrl,
  sourceSchema,
  whenSourceIsIdle,
  type Source,
} from '../../../src/ingest/sources/source.ts';
import { isIdleAt } from '../../../src/store/idle.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BOUNDS = { leastMs: 10 * MINUTE, mostMs: 2 * HOUR };

const at = (ms: number) => new Date(NOW.getTime() + ms);
const read = (given: Partial<Extract<PollOutcome, { kind: 'read' }>> = {}): PollOutcome => ({
  kind: 'read',
  entryCount: 20,
  newDates: [],
  ...given,
});
const failed = (retryAfterMs?: number): PollOutcome => ({
  kind: 'failed',
  reason: 'timeout',
  message: 'it did not answer in time',
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});

/** The source after a poll, and the minutes until the next one. */
function poll(source: Source, outcome: PollOutcome, now: Date = NOW, random = 0) {
  const after = planNextPoll(source, outcome, { now, random, bounds: BOUNDS });
  expect(sourceSchema.safeParse(JSON.parse(JSON.stringify(after))).data).toEqual(after);
  return { after, minutes: (Date.parse(after.state.nextPollAt) - now.getTime()) / MINUTE };
}

/** A source that has brought `perDay` articles on each of the last days. */
function publishing(perDay: number, days = 7): Source {
  const recentCounts = Array.from({ length: days }, (_, index) => ({
    day: at((index - days) * DAY)
      .toISOString()
      .slice(0, 10),
    count: perDay,
  }));
  const lastNewAt = at(-12 * HOUR).toISOString();
  return buildFeed({ state: { recentCounts, lastNewAt, lastSuccessAt: lastNewAt } });
}

describe('the interval of a healthy source', () => {
  it.each([
    ['500 a day', 500, 10],
    ['96 a day', 96, 15],
    ['48 a day', 48, 30],
    ['24 a day', 24, 60],
    ['12 a day', 12, 120],
    ['one a day', 1, 120],
  ])('is about the time between two articles at %s, inside the bounds', (_, perDay, minutes) => {
    expect(poll(publishing(perDay), read()).minutes).toBeCloseTo(minutes, 0);
    expect(poll(publishing(perDay), { kind: 'unchanged' }).minutes).toBeCloseTo(minutes, 0);
  });

  it('is the longest possible as long as nothing is known', () => {
    expect(poll(buildFeed(), read()).minutes).toBe(120);
  });

  it('is estimated from the entries of the first poll', () => {
    const newDates = Array.from({ length: 48 }, (_, index) =>
      at(-index * 10 * MINUTE).toISOString(),
    );
    expect(poll(buildFeed(), read({ newDates })).minutes).toBeCloseTo(30, 0);
  });

  it.each([
    ['varies at random by at most a tenth', 0.5, 24, 63],
    ['stays inside the bounds nevertheless', 1, 12, 120],
  ])('%s', (_, random, perDay, minutes) => {
    expect(poll(publishing(perDay), read(), NOW, random).minutes).toBeCloseTo(minutes, 0);
  });

  it.each<[string, Parameters<typeof read>[0], number]>([
    ['is as long as caches may keep the feed', { maxAgeMs: HOUR }, 60],
    ['does not exceed the bound because of a cache', { maxAgeMs: 30 * DAY }, 120],
    ['is as long as the feed itself asks for', { ttlMinutes: 300 }, 300],
    ['is at most a day, whatever the feed asks for', { ttlMinutes: 10_000 }, 1440],
    ['is not shortened by feed or cache', { ttlMinutes: 1, maxAgeMs: 1 }, 15],
  ])('%s', (_, given, minutes) => {
    expect(poll(publishing(96), read(given)).minutes).toBeCloseTo(minutes, 0);
  });
});

describe('a source that fails', () => {
  it('is polled again after 5 minutes, then after twice as long each time, up to 12 hours', () => {
    let source = publishing(96);
    let now = NOW;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 10; attempt++) {
      const { after, minutes } = poll(source, failed(), now);
      waits.push(minutes);
      source = after;
      now = new Date(after.state.nextPollAt);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 720, 720]);
    expect(source.state.failures).toEqual({
      count: 10,
      since: NOW.toISOString(),
      reason: 'timeout',
      message: 'it did not answer in time',
    });
  });

  it.each([
    ['as long as the server asks', HOUR, 60],
    ['at least the first backoff, whatever the server asks', 1_000, 5],
    ['at most a day, whatever the server asks', 365 * DAY, 1440],
  ])('waits %s', (_, retryAfterMs, minutes) => {
    expect(poll(buildFeed(), failed(retryAfterMs)).minutes).toBe(minutes);
  });

  it('keeps the rest of its state, and forgets the failures at the first success', () => {
    const before = buildFeed({ state: { etag: '"a"' } });
    const { after } = poll(before, failed());
    expect(after.state).toMatchObject({ etag: '"a"' });
    expect(poll(after, { kind: 'unchanged' }, at(HOUR)).after.state).not.toHaveProperty('failures');
  });

  it('is paused after 7 days and not earlier, and managers are yet to be told', () => {
    const { after } = poll(buildFeed(), failed());
    expect(poll(after, failed(), at(7 * DAY - 1)).after.paused).toBeUndefined();
    const lost = poll(after, failed(), at(7 * DAY)).after;
    expect(lost.paused).toEqual({
      at: at(7 * DAY).toISOString(),
      reason: 'failing',
      untold: true,
    });
    expect(isDue(lost, at(365 * DAY))).toBe(false);
  });

  it('is reported to managers once', () => {
    const { after } = poll(buildFeed(), failed());
    const lost = poll(after, failed(), at(7 * DAY)).after;
    expect(markTold(lost).paused).toEqual({ at: at(7 * DAY).toISOString(), reason: 'failing' });
    expect(markTold(after)).toBe(after);
  });

  it('starts without failures when somebody resumes it', () => {
    const { after } = poll(buildFeed(), failed());
    const lost = poll(after, failed(), at(8 * DAY)).after;
    const resumed = resumeSource(lost, at(9 * DAY));
    expect(resumed).not.toHaveProperty('paused');
    expect(isDue(resumed, at(9 * DAY))).toBe(true);
    expect(poll(resumed, failed(), at(9 * DAY))).toMatchObject({
      minutes: 5,
      after: { state: { failures: { count: 1 } } },
    });
  });
});

describe('a source that was last polled in the future, because the clock was set back', () => {
  it('is due at once, unless the clocks only differ a little', () => {
    const { after } = poll(publishing(24), read(), at(7 * DAY));
    expect(isDue(after, NOW)).toBe(true);
    expect(isDue(after, at(7 * DAY - MINUTE))).toBe(false);
  });
});

describe('a source of a manager whose clock was a year ahead', () => {
  it('is due at once if it was added then', () => {
    const ahead = at(365 * DAY).toISOString();
    expect(isDue(buildFeed({ addedAt: ahead, state: { nextPollAt: ahead } }), NOW)).toBe(true);
  });

  it('is due within a day if it was resumed then', () => {
    const { after } = poll(publishing(24), read());
    const resumed = resumeSource(pauseSource(after, NOW), at(365 * DAY));
    expect(isDue(resumed, at(DAY - MINUTE))).toBe(false);
    expect(isDue(resumed, at(DAY))).toBe(true);
  });
});

describe('whether somebody has to look at a source', () => {
  it('is whether it is due, or was paused and nobody has been told', () => {
    const { after } = poll(publishing(24), read());
    const isIdle = (source: Source, ms: number) => isIdleAt(whenSourceIsIdle(source), at(ms));
    expect([isIdle(after, HOUR - MINUTE), isIdle(after, HOUR)]).toEqual([true, false]);
    const gone = poll(after, { kind: 'gone' }).after;
    expect([isDue(gone, at(HOUR)), isIdle(gone, HOUR)]).toEqual([false, false]);
    expect(isIdle(markTold(gone), 365 * DAY)).toBe(true);
  });
});

describe('a source that has ended', () => {
  it('is paused at once, and never polled again by itself', () => {
    const { after } = poll(publishing(24), { kind: 'gone' });
    expect(after.paused).toEqual({ at: NOW.toISOString(), reason: 'gone', untold: true });
    expect(isDue(after, at(30 * DAY))).toBe(false);
  });
});

describe('a pause', () => {
  it('by a manager does not replace an earlier one', () => {
    const paused = pauseSource(buildFeed(), NOW);
    expect(paused.paused).toEqual({ at: NOW.toISOString(), reason: 'by-manager' });
    expect(pauseSource(paused, at(DAY))).toEqual(paused);
  });
});

describe('the state after a poll', () => {
  it('has the time of the poll, and the document’s validators for the next request', () => {
    const validators = {
      etag: '"b"',
      lastModified: 'Thu, 14 Mar 2024 08:00:00 GMT',
      contentHash: 'c',
    };
    const { after } = poll(buildFeed({ state: { etag: '"a"' } }), read(validators));
    expect(after.state).toMatchObject({
      ...validators,
      lastPollAt: NOW.toISOString(),
      lastSuccessAt: NOW.toISOString(),
    });
  });

  it('does not have the validators of an earlier document', () => {
    const before = buildFeed({ state: { etag: '"a"', lastModified: 'x', contentHash: 'y' } });
    const { state } = poll(before, read()).after;
    expect(Object.keys(state)).not.toEqual(expect.arrayContaining(['etag']));
    expect(state).not.toHaveProperty('lastModified');
    expect(state).not.toHaveProperty('contentHash');
  });

  it('has the address that the feed has moved to, while the source keeps its address and id', () => {
    const moved = poll(buildFeed(), read({ permanentUrl: 'https://new.example/rss' })).after;
    expect(pollUrl(moved)).toBe('https://new.example/rss');
    expect(moved).toMatchObject({ id: buildFeed().id, url: buildFeed().url });
    expect(pollUrl(poll(moved, read(), at(HOUR)).after)).toBe('https://new.example/rss');
  });

  it('has the date of the newest article, but never one in the future', () => {
    const dates = ['2024-03-10T00:00:00.000Z', '2024-03-12T00:00:00.000Z', 'soon'];
    const { after } = poll(buildFeed(), read({ newDates: dates }));
    expect(after.state.lastNewAt).toBe('2024-03-12T00:00:00.000Z');
    const late = poll(after, read({ newDates: ['2024-03-01T00:00:00.000Z'] })).after;
    expect(late.state.lastNewAt).toBe('2024-03-12T00:00:00.000Z');
    const early = poll(after, read({ newDates: ['2031-01-01T00:00:00.000Z'] })).after;
    expect(early.state.lastNewAt).toBe(NOW.toISOString());
  });

  it('has the number of articles a day for two weeks', () => {
    const { after } = poll(publishing(3, 20), read({ newDates: [NOW.toISOString()] }));
    expect(after.state.recentCounts).toHaveLength(14);
    expect(after.state.recentCounts.at(-1)).toEqual({ day: '2024-03-14', count: 1 });
  });
});
