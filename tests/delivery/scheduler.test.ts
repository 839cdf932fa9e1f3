import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deliverer } from '../../src/delivery/deliverer.ts';
import { createScheduler, type SchedulerParts } from '../../src/delivery/scheduler.ts';
import { buildEmptyDigest } from '../../src/digest/build-edition.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { editionKey } from '../../src/digest/edition.ts';
import { RUN_LIMITS } from '../../src/digest/plan-run.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { NO_OBSERVER } from '../../src/observer.ts';
import { UnwritableStoreError } from '../../src/store/store-fault.ts';
import { buildDigestStory } from '../support/build-digest.ts';
import { collect } from '../support/collect.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** A scheduler whose deliverer only collects what it gets. */
async function openScheduling(
  subscriptions: readonly Subscription[],
  changes: Partial<SchedulerParts> = {},
) {
  const editions = store.records('editions');
  const records = store.records('subscriptions');
  for (const one of subscriptions) await records.put(subscriptionKey(one), one);
  const delivered: string[] = [];
  const deliverer: Deliverer = {
    async deliver({ id }, edition) {
      const state = { kind: 'posted', at: edition.slot, messageId: '1' } as const;
      if (await editions.claim(editionKey(edition), { ...edition, state })) delivered.push(id);
    },
    resume: () => Promise.reject(new Error('nothing was pending')),
    giveUp: () => Promise.reject(new Error('nothing was pending')),
  };
  const { log, lines } = collectLog();
  const time = { now: '2024-03-14T08:00:00.000Z', editionReads: 0 };
  const start = () =>
    createScheduler({
      subscriptions: records,
      editions: {
        ...editions,
        list(prefix) {
          time.editionReads += 1;
          return editions.list(prefix);
        },
      },
      locks: store.locks,
      alertClaims: store.records('alert-claims'),
      deliverer,
      prepare: async (_, slot) => buildEmptyDigest(slot),
      alerts: {
        newsAt,
        find: async () => [],
        prepare: () => Promise.reject(new Error('no story was found')),
      },
      tellPaused: () => Promise.reject(new Error('nobody was paused')),
      clock: () => new Date(time.now),
      limits: { ...RUN_LIMITS, graceMs: 6 * 3_600_000 },
      log,
      ...changes,
    });
  return { scheduler: start(), start, delivered, lines, time, records, editions };
}

/** Articles that change at every look. */
const newsAt = (): string => String((looks += 1));
let looks = 0;

const SAY_SO = { onQuiet: 'say-so', changedAt: '2024-03-13T20:00:00.000Z' } as const;

describe('the scheduler', () => {
  it('serves the other subscriptions if one fails, and logs the failure', async () => {
    const many = ['a', 'b', 'c'].map((id) => buildSubscription({ id, ...SAY_SO }));
    const { scheduler, delivered, lines } = await openScheduling(many, {
      prepare: async ({ id }, slot) => {
        if (id === 'a') throw new Error('a bug');
        return buildEmptyDigest(slot);
      },
    });
    await scheduler.tick();
    expect(delivered.toSorted()).toEqual(['b', 'c']);
    expect(lines.filter(({ level }) => level === LEVELS.error)).toHaveLength(1);
  });

  it('prepares and posts nothing while nothing can be recorded, then what is due, without a line for each tick', async () => {
    const many = ['a', 'b', 'c'].map((id) => buildSubscription({ id, channelId: id, ...SAY_SO }));
    let isWritable = true;
    const prepared: string[] = [];
    const { scheduler, delivered, lines } = await openScheduling(many, {
      isWritable: () => isWritable,
      prepare: async ({ id }, slot) => {
        prepared.push(id);
        if (prepared.length > 1) return buildEmptyDigest(slot);
        // The first one finds out.
        isWritable = false;
        throw new UnwritableStoreError('full', 'full');
      },
    });
    await scheduler.tick();
    const found = prepared.length;
    await scheduler.tick();
    await scheduler.tick();
    expect(prepared).toHaveLength(found);
    expect(lines).toEqual([]);
    isWritable = true;
    await scheduler.tick();
    expect(delivered.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('tells the observer that it goes on, and which slots it missed', async () => {
    const told: string[] = [];
    const { scheduler } = await openScheduling(
      [buildSubscription({ ...SAY_SO, changedAt: '2024-03-11T20:00:00.000Z' })],
      {
        observer: {
          ...NO_OBSERVER,
          schedulingGoesOn: () => told.push('goes on'),
          missedSlot: () => told.push('missed'),
        },
      },
    );
    await scheduler.tick();
    // Begun, two slots of the days before, one subscription done, ended.
    expect(told).toEqual(['goes on', 'missed', 'missed', 'goes on', 'goes on']);
    await scheduler.tick();
    expect(told.filter((one) => one === 'missed')).toHaveLength(2);
  });

  it('does not read editions while nothing can be due, except after an edit or a clock set back', async () => {
    const subscription = buildSubscription(SAY_SO);
    const { scheduler, time, records, delivered } = await openScheduling([subscription]);
    await scheduler.tick();
    expect(delivered).toEqual(['sub-1']);
    time.editionReads = 0;
    for (const now of ['2024-03-14T08:01:00.000Z', '2024-03-15T07:59:00.000Z']) {
      time.now = now;
      await scheduler.tick();
    }
    expect(time.editionReads).toBe(0);
    await records.put(subscriptionKey(subscription), { ...subscription, topics: ['flood'] });
    await scheduler.tick();
    expect(time.editionReads).toBe(1);
    time.now = '2024-03-14T12:00:00.000Z';
    await scheduler.tick();
    expect(time.editionReads).toBe(2);
    time.now = '2024-03-15T08:00:00.000Z';
    await scheduler.tick();
    expect(delivered).toEqual(['sub-1', 'sub-1']);
  });

  it('does nothing for a subscription that was removed while it waited for its turn', async () => {
    const many = ['a', 'b'].map((id) => buildSubscription({ id, ...SAY_SO }));
    const { scheduler, delivered, records } = await openScheduling(many, {
      prepare: async (_, slot) => {
        await records.remove(subscriptionKey(many[1]!));
        return buildEmptyDigest(slot);
      },
    });
    await scheduler.tick();
    expect(delivered).toEqual(['a']);
  });

  it('posts no slot twice when the clock is a year ahead for a while, also after a restart', async () => {
    const subscription = buildSubscription(SAY_SO);
    const { scheduler, time, delivered, start } = await openScheduling([subscription]);
    await scheduler.tick();
    time.now = '2025-03-14T08:05:00.000Z';
    await scheduler.tick();
    await start().tick();
    expect(delivered).toEqual(['sub-1', 'sub-1']);
    time.now = '2024-03-14T08:30:00.000Z';
    await scheduler.tick();
    await start().tick();
    expect(delivered).toEqual(['sub-1', 'sub-1']);
    time.now = '2024-03-15T08:00:00.000Z';
    await scheduler.tick();
    expect(delivered).toEqual(['sub-1', 'sub-1', 'sub-1']);
  });

  it('reads of many subscriptions only those that are due', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      buildSubscription({
        id: `sub-${at}`,
        channelId: `${at}`,
        ...SAY_SO,
        schedule: { cron: `0 ${at === 7 ? 9 : 18} * * *`, zone: 'UTC' },
      }),
    );
    const read: string[] = [];
    const records = store.records('subscriptions');
    const { start, time, delivered } = await openScheduling(many, {
      subscriptions: {
        ...records,
        list: () => Promise.reject(new Error('all were read')) as never,
        async *due(now) {
          for await (const one of records.due(now)) {
            read.push(one[1].id);
            yield one;
          }
        },
      },
    });
    await start().tick();
    expect(read).toHaveLength(40);
    read.length = 0;
    for (const now of ['08:01', '08:59', '09:00']) {
      time.now = `2024-03-14T${now}:00.000Z`;
      // Also after a start.
      await start().tick();
    }
    expect(read).toEqual(['sub-7']);
    expect(delivered).toEqual(['sub-7']);
  });

  it('serves again what was changed while it was served', async () => {
    const subscription = buildSubscription(SAY_SO);
    let edits = 0;
    const { scheduler, delivered, records, time } = await openScheduling([subscription], {
      prepare: async (_, slot) => {
        edits += 1;
        if (edits === 1)
          await records.change(subscriptionKey(subscription), (present) => ({
            ...present!,
            schedule: { cron: '0,20 8 * * *', zone: 'UTC' },
          }));
        return buildEmptyDigest(slot);
      },
    });
    await scheduler.tick();
    expect((await records.get(subscriptionKey(subscription)))?.servedAt).toBeUndefined();
    time.now = '2024-03-14T08:20:00.000Z';
    await scheduler.tick();
    expect(delivered).toEqual(['sub-1', 'sub-1']);
    expect((await records.get(subscriptionKey(subscription)))?.servedAt).toBe(time.now);
  });

  it('does not forget a slot that waits for a pending edition, if the process dies when that is given up', async () => {
    const hourly = buildSubscription({ ...SAY_SO, schedule: { cron: '0 * * * *', zone: 'UTC' } });
    const { start, time, editions, delivered } = await openScheduling([hourly]);
    const slot = '2024-03-14T08:00:00.000Z';
    const edition = buildEdition({
      slot,
      state: { kind: 'pending', since: slot, attempts: 1, retryAt: '2024-03-14T09:05:00.000Z' },
    });
    await editions.put(editionKey(edition), edition);
    time.now = '2024-03-14T09:00:00.000Z';
    await start().tick();
    expect(delivered).toEqual([]);
    // What a process did before it died.
    const outcome = { kind: 'given-up', detail: 'too late' } as const;
    const state = { kind: 'failed', at: '2024-03-14T09:05:00.000Z', outcome } as const;
    await editions.put(editionKey(edition), { ...edition, state });
    time.now = '2024-03-14T09:06:00.000Z';
    await start().tick();
    expect((await collect(editions.list())).map(([, one]) => [one.slot, one.state.kind])).toEqual([
      [slot, 'failed'],
      ['2024-03-14T09:00:00.000Z', 'posted'],
    ]);
  });

  it('takes up a pending edition whose process died, whichever process has looked at its schedule since', async () => {
    const resumed: string[] = [];
    const alerting = buildSubscription({
      ...SAY_SO,
      changedAt: '2024-03-14T08:30:00.000Z',
      alert: { voices: 2, hours: 6, perDay: 3 },
    });
    const { scheduler, time, editions } = await openScheduling([alerting], {
      deliverer: {
        deliver: () => Promise.reject(new Error('nothing is due')),
        async resume(_, edition) {
          resumed.push(edition.slot);
          const state = { kind: 'posted', at: time.now, messageId: '1' } as const;
          await editions.put(editionKey(edition), { ...edition, state });
        },
        giveUp: () => Promise.reject(new Error('it can be posted')),
      },
    });
    time.now = '2024-03-14T09:00:00.000Z';
    await scheduler.tick();
    const slot = '2024-03-14T09:00:30.000Z';
    const edition = buildEdition({
      slot,
      alert: { storyId: 'a', voices: 2, hours: 6 },
      state: { kind: 'pending', since: slot, attempts: 1, retryAt: '2024-03-14T09:02:30.000Z' },
    });
    await editions.put(editionKey(edition), edition);
    for (const now of ['09:01', '09:02', '09:03', '09:04']) {
      time.now = `2024-03-14T${now}:00.000Z`;
      await scheduler.tick();
    }
    expect(resumed).toEqual([slot]);
  });

  it('gives up the pending edition of a schedule that another process removed, and only that', async () => {
    const givenUp: string[] = [];
    const { scheduler, time, editions, records } = await openScheduling(
      [buildSubscription(SAY_SO)],
      {
        deliverer: {
          deliver: () => Promise.resolve(),
          resume: () => Promise.reject(new Error('its schedule is gone')),
          async giveUp(edition) {
            givenUp.push(editionKey(edition));
            const outcome = { kind: 'given-up', detail: 'gone' } as const;
            await editions.put(editionKey(edition), {
              ...edition,
              state: { kind: 'failed', at: time.now, outcome },
            });
          },
        },
      },
    );
    const slot = '2024-03-14T08:00:00.000Z';
    const edition = buildEdition({
      slot,
      state: { kind: 'pending', since: slot, attempts: 1, retryAt: '2024-03-14T08:02:00.000Z' },
    });
    await editions.put(editionKey(edition), edition);
    await scheduler.tick();
    await records.remove(subscriptionKey(buildSubscription()));
    for (const now of ['08:01', '08:02', '08:03']) {
      time.now = `2024-03-14T${now}:00.000Z`;
      await scheduler.tick();
    }
    expect(givenUp).toEqual([editionKey(edition)]);
  });

  it('logs a store that cannot be read, and continues at the next tick', async () => {
    const { scheduler, lines, time } = await openScheduling([buildSubscription(SAY_SO)]);
    await store.close();
    await scheduler.tick();
    time.now = '2024-03-14T08:01:00.000Z';
    await scheduler.tick();
    expect(lines.filter(({ level }) => level === LEVELS.error)).toHaveLength(2);
    store = await openTestStore();
  });
});

describe('a subscription with an alert', () => {
  const article = (id: string) => ({
    id,
    title: 'River Anse floods Marrow',
    lang: 'en',
    source: `Paper ${id}`,
    at: Date.parse('2024-03-14T09:00:00.000Z'),
    seenAt: 0,
    length: 100,
    voice: id,
  });
  const storyOf = (...ids: string[]) => {
    const articles = ids.map(article);
    return { id: ids[0]!, articles, current: articles };
  };
  const ALERTING = buildSubscription({
    ...SAY_SO,
    changedAt: '2024-03-14T08:30:00.000Z',
    alert: { voices: 2, hours: 6, perDay: 3 },
  });
  const told = (id: string): Digest => ({
    ...buildEmptyDigest(new Date('2024-03-14T09:00:00.000Z')),
    stories: [buildDigestStory({ articleIds: [id] })],
  });

  it('reads editions only if a story passes that was not looked at', async () => {
    let stories: ReturnType<typeof storyOf>[] = [];
    let hasNews = false;
    const { scheduler, time, editions } = await openScheduling([ALERTING], {
      alerts: {
        newsAt,
        find: async () => stories,
        prepare: async (_, { storyId }) => (hasNews ? told(storyId) : { ...told(''), stories: [] }),
      },
    });
    const readsAt = async (now: string): Promise<number> => {
      time.now = `2024-03-14T${now}:00.000Z`;
      time.editionReads = 0;
      await scheduler.tick();
      return time.editionReads;
    };
    await readsAt('09:00');
    expect(await readsAt('09:01')).toBe(0);
    stories = [storyOf('a', 'b')];
    expect(await readsAt('09:02')).toBe(1);
    expect(await readsAt('09:03')).toBe(0);
    hasNews = true;
    stories = [storyOf('a', 'b', 'c')];
    await readsAt('09:04');
    expect((await collect(editions.list())).map(([key]) => key)).toEqual(['200:sub-1:alert:a']);
    // Looked at again once, since Discord may not have taken it.
    await readsAt('09:05');
    expect(await readsAt('09:06')).toBe(0);
  });

  it('looks for stories only if an article, the schedule or its day changed', async () => {
    let news = '1';
    let found = 0;
    const { scheduler, time, records } = await openScheduling([ALERTING], {
      alerts: {
        newsAt: () => news,
        find: async () => {
          found += 1;
          return [];
        },
        prepare: () => Promise.reject(new Error('no story was found')),
      },
    });
    const looksAt = async (now: string): Promise<number> => {
      time.now = now;
      found = 0;
      await scheduler.tick();
      return found;
    };
    expect(await looksAt('2024-03-14T09:00:00.000Z')).toBe(1);
    expect(await looksAt('2024-03-14T09:01:00.000Z')).toBe(0);
    news = '2';
    expect(await looksAt('2024-03-14T09:02:00.000Z')).toBe(1);
    await records.put(subscriptionKey(ALERTING), {
      ...ALERTING,
      alert: { ...ALERTING.alert!, voices: 3 },
    });
    expect(await looksAt('2024-03-14T09:03:00.000Z')).toBe(1);
    expect(await looksAt('2024-03-14T09:04:00.000Z')).toBe(0);
    expect(await looksAt('2024-03-15T07:59:00.000Z')).toBe(1);
  });

  it('lets other work run between the looks of a hundred', async () => {
    let turn = 0;
    let isTicking = true;
    const count = (): void => {
      turn += 1;
      if (isTicking) setImmediate(count);
    };
    const turns: number[] = [];
    const many = Array.from({ length: 100 }, (_, at) =>
      buildSubscription({ ...ALERTING, id: `sub-${at}`, channelId: `${at}` }),
    );
    const { scheduler, time } = await openScheduling(many, {
      alerts: {
        newsAt,
        find: async () => {
          turns.push(turn);
          return [];
        },
        prepare: () => Promise.reject(new Error('no story was found')),
      },
    });
    time.now = '2024-03-14T09:00:00.000Z';
    setImmediate(count);
    await scheduler.tick();
    isTicking = false;
    expect(turns).toHaveLength(100);
    expect(new Set(turns).size).toBeGreaterThan(90);
  });

  it('raises all stories that have passed, and no more than so many a day', async () => {
    const { scheduler, time, editions } = await openScheduling([ALERTING], {
      alerts: {
        newsAt,
        find: async () => ['a', 'c', 'e', 'g'].map((id) => storyOf(id, `${id}2`)),
        prepare: async (_, { storyId }) => told(storyId),
      },
    });
    for (const now of ['09:00', '09:01', '20:00']) {
      time.now = `2024-03-14T${now}:00.000Z`;
      await scheduler.tick();
    }
    const keys = (await collect(editions.list())).map(([key]) => key);
    expect(keys.toSorted()).toEqual(['a', 'c', 'e'].map((id) => `200:sub-1:alert:${id}`));
  });

  it('leaves a channel alone while another process serves it, and serves it at the next tick', async () => {
    const one = buildSubscription({ id: 'a', ...SAY_SO });
    const elsewhere = buildSubscription({ id: 'b', channelId: '900000000000000002', ...SAY_SO });
    const { scheduler, delivered } = await openScheduling([one, elsewhere]);
    await store.locks.hold(`channel:${one.channelId}`, () => scheduler.tick());
    expect(delivered).toEqual(['b']);
    await scheduler.tick();
    expect(delivered).toEqual(['b', 'a']);
  });
});
