import { afterEach, beforeEach, expect, it } from 'vitest';
import { LAST_RESTORE, settleRestore } from '../../src/delivery/settle-restore.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { collect } from '../support/collect.ts';
import { collectLog } from '../support/collect-log.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';

const RESTORE = { at: '2024-03-14T09:00:00.000Z', madeAt: '2024-03-14T03:00:00.000Z' };

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const settle = () => {
  const { log, lines } = collectLog();
  const restores = store.records('restores');
  const subscriptions = store.records('subscriptions');
  return settleRestore({ restores, subscriptions, log }).then((from) => ({ from, lines }));
};

const readChanges = async (): Promise<string[]> =>
  (await collect(store.records('subscriptions').list())).map(([, { changedAt }]) => changedAt);

beforeEach(async () => {
  for (const each of [
    buildSubscription({ id: 'old' }),
    buildSubscription({ id: 'since', changedAt: '2024-03-14T10:00:00.000Z' }),
  ]) {
    await store.records('subscriptions').put(subscriptionKey(each), each);
  }
});

it('does nothing in a store that was not restored', async () => {
  expect(await settle()).toEqual({ from: undefined, lines: [] });
  expect(await readChanges()).toEqual(['2024-01-01T00:00:00.000Z', '2024-03-14T10:00:00.000Z']);
});

it('lets slots until the restore pass, and says so once', async () => {
  await store.records('restores').put(LAST_RESTORE, RESTORE);
  const { from, lines } = await settle();
  expect(from).toEqual(new Date(RESTORE.at));
  expect(lines).toMatchObject([{ schedules: 1, backupOf: RESTORE.madeAt }]);
  expect(await readChanges()).toEqual([RESTORE.at, '2024-03-14T10:00:00.000Z']);
  expect(await settle()).toEqual({ from: new Date(RESTORE.at), lines: [] });
});
