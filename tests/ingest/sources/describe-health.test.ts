import { describe, expect, it } from 'vitest';
import { describeHealth, describeSpan } from '../../../src/ingest/sources/describe-health.ts';
import { planNextPoll, type PollOutcome } from '../../../src/ingest/sources/plan-poll.ts';
import { articlesADay } from '../../../src/ingest/sources/publishing-rate.ts';
import type { Source, SourceState } from '../../../src/ingest/sources/source.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number) => new Date(NOW.getTime() + ms);
const day = (ms: number) => at(ms).toISOString().slice(0, 10);

const bounds = { leastMs: 600_000, mostMs: 2 * HOUR };
const poll = (source: Source, outcome: PollOutcome, now = NOW) =>
  planNextPoll(source, outcome, { now, random: 0, bounds });
const empty: PollOutcome = { kind: 'read', entryCount: 0, newDates: [] };
const failure: PollOutcome = { kind: 'failed', reason: 'dns', message: 'its name is not known' };

/** Two articles a day for a week, the last one `silentMs` ago. */
const silent = (silentMs: number): Partial<SourceState> => ({
  lastSuccessAt: NOW.toISOString(),
  lastNewAt: at(-silentMs).toISOString(),
  recentCounts: Array.from({ length: 7 }, (_, index) => ({
    day: day(-silentMs - (6 - index) * DAY),
    count: 2,
  })),
});

describe('describeHealth', () => {
  it.each<[string, Source, string, RegExp]>([
    ['never read', buildFeed(), 'new', /^not read yet$/],
    ['read', buildFeed({ state: silent(HOUR) }), 'healthy', /^read as planned$/],
    ['silent for a day', buildFeed({ state: silent(1.2 * DAY) }), 'healthy', /./],
    [
      'silent for three intervals',
      buildFeed({ state: silent(2 * DAY) }),
      'quiet',
      /^nothing new for 2 days; usually something every 1[0-9] hours$/,
    ],
    [
      'failing',
      poll(poll(buildFeed(), failure), failure, at(HOUR)),
      'failing',
      /^its name is not known; tried 2 times in 3 hours$/,
    ],
    [
      'failing for a week',
      poll(poll(buildFeed(), failure, at(-8 * DAY)), failure),
      'paused',
      /^paused after 7 days without success: its name is not known$/,
    ],
    [
      'paused by a manager',
      buildFeed({ paused: { at: NOW.toISOString(), reason: 'by-manager' } }),
      'paused',
      /^paused by a manager$/,
    ],
    ['ended', poll(buildFeed(), { kind: 'gone' }), 'gone', /has ended this feed/],
  ])('says of a source that is %s: %s', (_, source, kind, words) => {
    const health = describeHealth(source, at(kind === 'failing' ? 3 * HOUR : 0));
    expect(health.kind).toBe(kind);
    expect(health.words).toMatch(words);
  });

  it('calls a source empty if two polls in a row find nothing, even if the second is "unchanged"', () => {
    const once = poll(buildFeed(), empty);
    expect(describeHealth(once, NOW).kind).toBe('healthy');
    expect(describeHealth(poll(once, empty, at(HOUR)), at(HOUR)).kind).toBe('empty');
    expect(describeHealth(poll(once, { kind: 'unchanged' }, at(HOUR)), at(HOUR)).kind).toBe(
      'empty',
    );
    const filled = poll(poll(once, empty), { ...empty, entryCount: 3 });
    expect(describeHealth(filled, NOW).kind).toBe('healthy');
  });

  it('does not call a busy source quiet at night', () => {
    const recentCounts = [{ day: day(-DAY), count: 200 }];
    const state = { ...silent(9 * HOUR), recentCounts };
    expect(describeHealth(buildFeed({ state }), NOW).kind).toBe('healthy');
    const state13 = { ...silent(13 * HOUR), recentCounts };
    expect(describeHealth(buildFeed({ state: state13 }), NOW).kind).toBe('quiet');
  });

  it('does not call a source quiet if too little is known about it', () => {
    const state = { ...silent(30 * DAY), recentCounts: [{ day: day(-30 * DAY), count: 2 }] };
    expect(describeHealth(buildFeed({ state }), NOW).kind).toBe('healthy');
  });
});

describe('articlesADay', () => {
  it.each<[string, Partial<SourceState>, number]>([
    ['nothing known', {}, -1],
    ['two a day for a week', silent(0), 14 / 6.5],
    ['nothing for a month', silent(30 * DAY), 0],
    ['twenty since this morning', { recentCounts: [{ day: day(0), count: 20 }] }, 20],
  ])('is right for %s', (_, state, rate) => {
    expect(articlesADay(buildFeed({ state }).state, NOW) ?? -1).toBeCloseTo(rate, 5);
  });
});

describe('describeSpan', () => {
  it.each([
    [0, '1 minute'],
    [89 * 60_000, '89 minutes'],
    [2 * HOUR, '2 hours'],
    [DAY, '24 hours'],
    [10 * DAY, '10 days'],
  ])('%d ms is "%s"', (ms, words) => {
    expect(describeSpan(ms)).toBe(words);
  });
});
