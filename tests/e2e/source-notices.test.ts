import { afterEach, describe, expect, it } from 'vitest';
import type { MessagePort } from '../../src/delivery/message-port.ts';
import { createSourceNotices } from '../../src/delivery/source-notices.ts';
import { sourceKey, type Source } from '../../src/ingest/sources/source.ts';
import { buildFeed } from '../support/build-source.ts';
import { collect } from '../support/collect.ts';
import { collectLog } from '../support/collect-log.ts';
import { openDeliveryWorld, type DeliveryWorld } from '../support/open-delivery-world.ts';

const NOW = new Date('2024-03-14T07:59:00.000Z');
const GONE: Source = buildFeed({
  name: 'Harbour Post',
  paused: { at: '2024-03-14T07:00:00.000Z', reason: 'gone', untold: true },
});

let world: DeliveryWorld;
afterEach(() => world.close());

async function open(port: Partial<MessagePort> = {}) {
  world = await openDeliveryWorld();
  const { store } = world.news;
  const sources = store.records('sources');
  await sources.put(sourceKey(GONE), GONE);
  const told = store.records('source-notices');
  const notices = createSourceNotices({
    sources,
    subscriptions: world.subscriptions,
    told,
    port: { ...world.bot.port, ...port },
    now: () => NOW,
    log: collectLog().log,
  });
  return { notices, sources, told };
}

describe('the channels of a source that is no longer read', () => {
  it('are told once if their digests are limited to it', async () => {
    const { notices, sources, told } = await open();
    await world.subscribe({ id: 'one', sources: ['Harbour Post'] });
    await world.subscribe({ id: 'two', sources: ['Harbour Post', 'Northlight'] });
    await notices.tellDue();
    await notices.tellDue();
    const contents = world.messages().map(({ content }) => content);
    expect(contents).toEqual([
      'I no longer read **Harbour Post**, which the digests of this channel name: the publisher has ended this feed. The person who runs this bot can fix that.',
    ]);
    expect((await sources.get(sourceKey(GONE)))?.paused).toEqual({
      at: GONE.paused?.at,
      reason: 'gone',
    });
    expect(await collect(told.list())).toEqual([]);
  });

  it('are told nothing if no digest is limited to it', async () => {
    const { notices, sources } = await open();
    await world.subscribe({ sources: [] });
    await notices.tellDue();
    expect(world.messages()).toEqual([]);
    expect((await sources.get(sourceKey(GONE)))?.paused?.untold).toBeUndefined();
  });

  it('are told later if they cannot be reached now', async () => {
    let isAway = true;
    const { notices, sources } = await open({
      async post(...given) {
        if (isAway) return { kind: 'unreachable', detail: 'Discord did not answer at all.' };
        return await world.bot.port.post(...given);
      },
    });
    await world.subscribe({ sources: ['Harbour Post'] });
    await notices.tellDue();
    expect((await sources.get(sourceKey(GONE)))?.paused?.untold).toBe(true);
    isAway = false;
    await notices.tellDue();
    expect(world.messages()).toHaveLength(1);
    expect((await sources.get(sourceKey(GONE)))?.paused?.untold).toBeUndefined();
  });

  it('are not told by two processes', async () => {
    const { notices } = await open();
    await world.subscribe({ sources: ['Harbour Post'] });
    await Promise.all([notices.tellDue(), notices.tellDue()]);
    expect(world.messages()).toHaveLength(1);
  });
});
