import { afterEach, beforeEach, expect, it } from 'vitest';
import { pauseRefused } from '../../src/delivery/pause-refused.ts';
import { followerId } from '../../src/digest/follow.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { buildGuilds, buildPort } from '../support/build-port.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { collectLog } from '../support/collect-log.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';

const NOW = new Date('2024-03-14T08:00:00.000Z');
const REFUSAL = {
  kind: 'refused',
  reason: 'channel-gone',
  detail: 'The channel is gone.',
} as const;
const SUBSCRIPTION = buildSubscription();
const KEY = subscriptionKey(SUBSCRIPTION);

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

function pause() {
  const subscriptions = store.records('subscriptions');
  const port = buildPort();
  const guilds = buildGuilds();
  const { log } = collectLog();
  return pauseRefused(SUBSCRIPTION, REFUSAL, {
    subscriptions,
    port,
    guilds,
    clock: () => NOW,
    log,
  });
}

it('pauses a subscription and says why', async () => {
  const subscriptions = store.records('subscriptions');
  await subscriptions.put(KEY, SUBSCRIPTION);
  await pause();
  expect(await subscriptions.get(KEY)).toMatchObject({
    state: { kind: 'paused', by: 'delivery', reason: 'The channel is gone.' },
  });
});

it('does not undo a change or removal by a manager at the same moment', async () => {
  const subscriptions = store.records('subscriptions');
  await subscriptions.put(KEY, SUBSCRIPTION);
  const moved = { ...SUBSCRIPTION, channelId: '42', changedAt: '2024-03-14T07:59:59.000Z' };
  await Promise.all([subscriptions.put(KEY, moved), pause()]);
  expect(await subscriptions.get(KEY)).toEqual(moved);
  await Promise.all([subscriptions.remove(KEY), pause()]);
  expect(await subscriptions.get(KEY)).toBeUndefined();
});

it('leaves it to the list of follows to tell a person', async () => {
  const subscriptions = store.records('subscriptions');
  const own = buildSubscription({ guildId: followerId('300') });
  await subscriptions.put(subscriptionKey(own), own);
  const port = buildPort({ post: () => Promise.reject(new Error('nobody is to be told')) });
  const guilds = buildGuilds();
  const parts = { subscriptions, port, guilds, clock: () => NOW, log: collectLog().log };
  await pauseRefused(own, { ...REFUSAL, reason: 'messages-refused' }, parts);
  const paused = await subscriptions.get(subscriptionKey(own));
  expect(paused?.state).toMatchObject({ kind: 'paused', by: 'delivery' });
  expect(paused?.state).not.toHaveProperty('untold');
});
