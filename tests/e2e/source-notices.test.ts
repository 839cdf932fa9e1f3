import { afterEach, describe, expect, it } from 'vitest';
import { createDiscordPort, type DiscordPort } from '../../src/discord/rest/deliver-port.ts';
import { createSourceNotices } from '../../src/delivery/tell-dependents.ts';
import { parseSource } from '../../src/ingest/sources/parse-source.ts';
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

async function open(port: Partial<DiscordPort> = {}) {
  world = await openDeliveryWorld();
  const { store } = world.news;
  const sources = store.records('sources', parseSource);
  await sources.put(sourceKey(GONE), GONE);
  const told = store.records<string>('source-notices');
  const notices = createSourceNotices({
    sources,
    subscriptions: world.subscriptions,
    told,
    port: { ...createDiscordPort(world.bot.client), ...port },
    now: () => NOW,
    log: collectLog().log,
  });
  return { notices, sources, told };
}

describe('the channels of a source that is read no more', () => {
  it('are told once where their digests name it', async () => {
    const { notices, sources, told } = await open();
    await world.subscribe({ id: 'one', sources: ['Harbour Post'] });
    await world.subscribe({ id: 'two', sources: ['Harbour Post', 'Northlight'] });
    await notices.tellDue();
    await notices.tellDue();
    const contents = world.messages().map(({ content }) => content);
    expect(contents).toEqual([
      'I no longer read **Harbour Post**, which the digests of this channel name: the publisher has ended this feed. Whoever runs this bot can fix that.',
    ]);
    expect((await sources.get(sourceKey(GONE)))?.paused).toEqual({
      at: GONE.paused?.at,
      reason: 'gone',
    });
    expect(await collect(told.list())).toEqual([]);
  });

  it('are told nothing where nobody names it', async () => {
    const { notices, sources } = await open();
    await world.subscribe({ sources: [] });
    await notices.tellDue();
    expect(world.messages()).toEqual([]);
    expect((await sources.get(sourceKey(GONE)))?.paused?.untold).toBeUndefined();
  });

  it('are told later where they cannot be reached now', async () => {
    let isAway = true;
    const { notices, sources } = await open({
      async postMessage(...given) {
        if (isAway) throw new TypeError('fetch failed');
        return await createDiscordPort(world.bot.client).postMessage(...given);
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
