import { describe, expect, it, vi } from 'vitest';
import { followerId } from '../../src/digest/follow.ts';
import { buildCoverage } from '../support/build-coverage.ts';
import { collect } from '../support/collect.ts';
import { withStage, type Stage, type StageSetting, type Step } from '../support/kill-delivery.ts';

// Each test starts several programs, and five tests run at once. On a busy machine that takes minutes.
vi.setConfig({ testTimeout: 240_000 });

const POST = 'POST /channels/:id/messages';

const SETTING: StageSetting = {
  articles: buildCoverage(
    'flood',
    ['Harbour Post', 'Northlight'],
    (hour) => `2024-03-14T0${hour + 1}:00:00.000Z`,
  ),
  subscribe: () => ({
    alert: { voices: 2, hours: 6, perDay: 3 },
    changedAt: '2024-03-14T03:00:00.000Z',
  }),
};

const RAISED = '2024-03-14T04:00:00.000Z';

/** After the lease of a dead process has expired and Discord has forgotten the nonce. */
const AFTER_CRASH = '2024-03-14T04:10:00.000Z';

const STEPS: readonly (readonly [string, Step])[] = [
  ['before the alert is claimed', { write: 'before claim' }],
  ['after the alert is claimed', { write: 'after claim' }],
  ['before Discord has the message', { request: POST, when: 'before' }],
  ['after Discord has the message', { request: POST, when: 'after' }],
  ['before the message is recorded', { write: 'before change' }],
  ['after the message is recorded', { write: 'after change' }],
];

/** The messages in the end, and the states of the alerts. */
async function observe({ discord, news, subscription: { channelId } }: Stage): Promise<object> {
  const editions = await collect(news.store.records('editions').list());
  return {
    messages: discord.state.messages(channelId).filter(({ author }) => author.bot).length,
    alerts: editions.flatMap(([, { alert, state }]) => (alert ? [state.kind] : [])),
  };
}

const ONE_ALERT = { messages: 1, alerts: ['posted'] };

describe('a bot that is killed while it raises an alert leaves one message', () => {
  it.concurrent.each(STEPS)('%s', async (_, step) => {
    await withStage(SETTING, async (stage) => {
      await stage.kill(RAISED, step);
      await stage.run(AFTER_CRASH);
      expect(await observe(stage)).toEqual(ONE_ALERT);
    });
  });
});

describe('a bot that is killed while it sends an alert to a person leaves one message', () => {
  const toPerson: StageSetting = {
    ...SETTING,
    subscribe: (discord) => ({
      ...SETTING.subscribe(discord),
      guildId: followerId(discord.memberId),
      channelId: discord.openDirectMessage(discord.memberId).channelId,
    }),
  };

  it.concurrent.each(STEPS.slice(1, 4))('%s', async (_, step) => {
    await withStage(toPerson, async (stage) => {
      await stage.kill(RAISED, step);
      await stage.run(AFTER_CRASH);
      expect(await observe(stage)).toEqual(ONE_ALERT);
    });
  });
});

describe('several processes on one store', () => {
  it('post one message in total when a story passes', async () => {
    await withStage(SETTING, async (stage) => {
      await Promise.all([RAISED, RAISED, RAISED].map(stage.runProcess));
      expect(await observe(stage)).toEqual(ONE_ALERT);
    });
  });
});
