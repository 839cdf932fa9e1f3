import { describe, expect, it } from 'vitest';
import { pauseSubscription } from '../../../src/digest/change-subscription.ts';
import {
  CHANNEL_STAGES,
  judgeChannel,
  type ChannelCase,
} from '../../../src/digest/why/judge-channel.ts';
import { buildDigest } from '../../support/build-digest.ts';
import { buildFailures, buildFeed } from '../../support/build-source.ts';
import { buildEdition, buildSubscription } from '../../support/build-subscription.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const ANSWERED = { lastPollAt: NOW.toISOString(), lastSuccessAt: NOW.toISOString() };
const FAILING = buildFeed({
  name: 'Northlight',
  state: { lastPollAt: NOW.toISOString(), failures: buildFailures('not-found') },
});

const WELL: ChannelCase = {
  subscription: buildSubscription(),
  lacking: [],
  sources: [buildFeed({ state: ANSWERED })],
  editions: [buildEdition()],
  digest: buildDigest(),
  now: NOW,
};

const judge = (given: Partial<ChannelCase> = {}) => {
  const reports = judgeChannel({ ...WELL, ...given });
  expect(reports.map(({ stage }) => stage)).toEqual(CHANNEL_STAGES);
  return reports.map(({ stage, outcome, reason }) => ({
    stage,
    outcome,
    says: reason.map((part) => (typeof part === 'string' ? part : part.toISOString())).join(''),
  }));
};
const stopped = (given: Partial<ChannelCase>) =>
  judge(given).filter(({ outcome }) => outcome === 'failed');

describe('what keeps a channel’s digests from coming', () => {
  it('is nothing if all is well, and the next slot is told', () => {
    const reports = judge();
    expect(reports.map(({ outcome }) => outcome)).toEqual(reports.map(() => 'passed'));
    expect(reports[0]?.says).toBe('News digest, every day at 08:00, UTC');
    expect(reports.at(-1)?.says).toBe('the next one is due at 2024-03-15T08:00:00.000Z');
  });

  it('is that none is planned', () => {
    const reports = judgeChannel(undefined);
    expect(reports.map(({ outcome }) => outcome)).toEqual([
      'failed',
      ...CHANNEL_STAGES.slice(1).map(() => 'skipped'),
    ]);
  });

  const paused = pauseSubscription(buildSubscription(), 'delivery', 'The channel is gone.', NOW);
  const edition = (state: ReturnType<typeof buildEdition>['state']) => [
    buildEdition({ slot: '2024-03-13T08:00:00.000Z' }),
    buildEdition({ state }),
  ];
  it.each<[stage: string, given: Partial<ChannelCase>, says: string]>([
    ['running', { subscription: paused }, 'Discord refused an edition: The channel is gone.'],
    ['permission', { lacking: ['Send Messages'] }, 'the bot lacks in the channel: Send Messages'],
    ['sources', { sources: [FAILING] }, 'Northlight: It was not found'],
    [
      'news',
      { digest: buildDigest({ articleCount: 0, stories: [] }) },
      'no article that it takes has come since 2024-03-13T08:00:00.000Z',
    ],
    [
      'news',
      {
        digest: buildDigest({
          stories: [],
          omissions: [
            { storyId: 'a', headline: 'A', reason: 'already-told' },
            { storyId: 'b', headline: 'B', reason: 'too-short' },
          ],
        }),
      },
      ': 1 story already told, 1 story too short to quote',
    ],
    [
      'delivery',
      { editions: edition({ kind: 'missed', at: NOW.toISOString() }) },
      'the bot was not running at 2024-03-14T08:00:00.000Z',
    ],
    [
      'delivery',
      {
        editions: edition({
          kind: 'failed',
          at: NOW.toISOString(),
          outcome: { kind: 'refused', reason: 'channel-gone', detail: 'The channel is gone.' },
        }),
      },
      'was not posted: The channel is gone.',
    ],
    [
      'delivery',
      {
        editions: edition({
          kind: 'pending',
          since: NOW.toISOString(),
          attempts: 2,
          retryAt: NOW.toISOString(),
          detail: 'Discord had a fault.',
        }),
      },
      'is not posted yet: Discord had a fault. It is tried again at 2024-03-14T12:00:00.000Z',
    ],
    [
      'slot',
      { subscription: buildSubscription({ schedule: { cron: '0 0 31 2 *', zone: 'UTC' } }) },
      'it never runs again',
    ],
  ])('is %s', (stage, given, says) => {
    const failed = stopped(given);
    expect(failed.map((each) => each.stage)).toEqual([stage]);
    expect(failed[0]?.says).toContain(says);
  });

  it('may be several things at once', () => {
    const given = { subscription: paused, lacking: ['View Channel'], sources: [FAILING] };
    expect(stopped(given).map(({ stage }) => stage)).toEqual(['running', 'permission', 'sources']);
  });

  it('is not looked for where nobody can know', () => {
    const subscription = buildSubscription({ sources: ['Harbour Post'] });
    const reports = judge({ subscription, lacking: undefined, sources: [], editions: [] });
    const skipped = reports.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped.map(({ stage }) => stage)).toEqual(['permission', 'sources', 'delivery']);
  });

  it('counts only the sources that the schedule takes', () => {
    const sources = [FAILING, buildFeed({ state: ANSWERED })];
    expect(judge({ sources })[3]?.says).toMatch(/^1 of 2 sources answered; Northlight: It was not/);
    const subscription = buildSubscription({ sources: ['northlight'] });
    expect(stopped({ sources, subscription }).map(({ stage }) => stage)).toEqual(['sources']);
    const foreign = { ...FAILING, owner: 'another' };
    expect(judge({ sources: [foreign], subscription })[3]?.outcome).toBe('skipped');
  });

  it('ignores editions of other schedules, and of slots to come', () => {
    const editions = [
      buildEdition(),
      buildEdition({
        slot: '2024-03-14T09:00:00.000Z',
        subscriptionId: 'sub-2',
        state: { kind: 'missed', at: NOW.toISOString() },
      }),
      buildEdition({
        slot: '2024-03-20T08:00:00.000Z',
        state: { kind: 'missed', at: NOW.toISOString() },
      }),
    ];
    expect(judge({ editions })[5]?.outcome).toBe('passed');
  });

  it('says that a quiet slot had no news, and that a first digest has the latest stories', () => {
    const quiet = edition({ kind: 'quiet', at: NOW.toISOString() });
    expect(judge({ editions: quiet })[5]?.says).toContain('nothing was new at 2024-03-14T08');
    const digest = buildDigest({ articleCount: 0, noNewsSince: '2024-03-01T00:00:00.000Z' });
    expect(judge({ digest })[4]).toMatchObject({ outcome: 'passed' });
  });
});
