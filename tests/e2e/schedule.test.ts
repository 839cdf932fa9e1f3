import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pauseSubscription, resumeSubscription } from '../../src/digest/change-subscription.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { buildReport } from '../support/build-news.ts';
import { openDeliveryWorld, SLOT, type DeliveryWorld } from '../support/open-delivery-world.ts';

const POST = 'POST /channels/:id/messages';

let world: DeliveryWorld;
beforeEach(async () => {
  world = await openDeliveryWorld();
});
afterEach(() => world.close());

async function statesBySlot(): Promise<[string, string][]> {
  const editions = await world.readEditions();
  return editions
    .map(({ slot, state }): [string, string] => [slot.slice(0, 16), state.kind])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

describe('the scheduler', () => {
  it('posts nothing before the slot, and one message afterwards', async () => {
    await world.subscribe();
    await world.tickAt('2024-03-14T07:59:59Z');
    expect(world.messages()).toHaveLength(0);
    for (const second of [0, 1, 30, 59])
      await world.tickAt(`2024-03-14T08:00:${String(second).padStart(2, '0')}Z`);
    expect(world.messages()).toHaveLength(1);
  });

  it('shows new stories the next day, and a continued story as an update', async () => {
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    const next = [
      buildReport('flood', 'Quillfeather', '2024-03-14T20:00:00.000Z', {
        text: 'Soldiers closed the broken dike of the river Anse at Marrow with a barge full of stones on Tuesday. The river Anse then fell by a metre, and residents of Marrow returned to their houses. The mayor of Marrow thanked rescuers who had carried residents from flooded houses.',
      }),
      buildReport('strike', 'Northlight', '2024-03-14T21:00:00.000Z'),
    ];
    await world.news.add(next, new Date('2024-03-14T22:00:00Z'));
    await world.tickAt('2024-03-15T08:00:00Z');
    const edition = await world.readEdition(subscription, '2024-03-15T08:00:00.000Z');
    expect(edition?.digest.from).toBe(SLOT);
    const told = edition?.digest.stories.map(({ articleId, update }) => [articleId, update]);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        [next[0]?.id, true],
        [next[1]?.id, false],
      ]),
    );
    expect(JSON.stringify(world.messages()[1])).toContain('Update');
  });

  it('stores only the stories that the message of an edition shows, so that others can be told later', async () => {
    const padding = `${' and so it was'.repeat(60)}.`;
    const longWinded = (['flood', 'election', 'comet', 'strike'] as const).map((event) => {
      const report = buildReport(event, 'Quillfeather', '2024-03-14T05:00:00.000Z');
      return { ...report, text: report.text.replaceAll('.', padding) };
    });
    await world.news.add(longWinded, new Date('2024-03-14T05:30:00Z'));
    const subscription = await world.subscribe({ sources: ['Quillfeather'] });
    await world.tickAt(SLOT);
    const edition = await world.readEdition(subscription, SLOT);
    const shown = JSON.stringify(world.messages()[0]?.components);
    const kept = edition?.digest.stories.flatMap(({ sentences }) => sentences) ?? [];
    expect(edition?.digest.stories).toHaveLength(4);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(8);
    for (const { text } of kept) expect(shown).toContain(text);
    expect(shown.split(padding)).toHaveLength(kept.length + 1);
  });

  it('does not tell a story twice in a channel with two subscriptions', async () => {
    await world.subscribe();
    const second = await world.subscribe({ id: 'sub-2', onQuiet: 'say-so' });
    await world.tickAt(SLOT);
    const edition = await world.readEdition(second, SLOT);
    expect(edition?.digest.stories).toEqual([]);
    expect(edition?.digest.omissions.map(({ reason }) => reason)).toEqual([
      'already-told',
      'already-told',
    ]);
    expect(world.messages()).toHaveLength(2);
  });

  it('serves other channels while one hangs', async () => {
    const other = world.discord.state.addChannel(world.discord.guildId, 'other');
    await world.subscribe();
    await world.subscribe({ id: 'sub-2', channelId: other.id });
    const hold = world.discord.faults.hold(
      `POST /channels/${world.discord.channelId}/messages`,
      'before',
    );
    const tick = world.tickAt(SLOT);
    await hold.reached;
    await expect.poll(() => world.messages(other.id)).toHaveLength(1);
    expect(world.messages()).toHaveLength(0);
    hold.release();
    await tick;
    expect(world.messages()).toHaveLength(1);
  });
});

describe('a day without news', () => {
  it('posts nothing if the subscription says so, and is recorded', async () => {
    await world.subscribe({ topics: ['volcano'] });
    await world.tickAt(SLOT);
    await world.tickAt('2024-03-14T08:01:00Z');
    expect(world.messages()).toEqual([]);
    expect(await statesBySlot()).toEqual([['2024-03-14T08:00', 'quiet']]);
  });

  it('posts that there is nothing new if the subscription says so', async () => {
    await world.subscribe({ topics: ['volcano'], onQuiet: 'say-so' });
    await world.tickAt(SLOT);
    expect(world.messages()).toHaveLength(1);
    expect(JSON.stringify(world.messages())).toContain('Nothing new');
  });
});

describe('the first digest of a quiet day', () => {
  beforeEach(async () => {
    const old = buildReport('strike', 'Northlight', '2024-03-01T06:00:00.000Z');
    await world.news.add([old], new Date('2024-03-01T07:00:00Z'));
  });

  it('shows older stories and mentions nobody, and the next digest has none', async () => {
    const { state, guildId } = world.discord;
    const role = state.addRole(guildId, 'readers', { mentionable: true });
    const subscription = await world.subscribe({ topics: ['ferry'], roleId: role.id });
    await world.tickAt(SLOT);
    expect(world.messages()).toMatchObject([{ mention_roles: [] }]);
    const shown = JSON.stringify(world.messages());
    expect(shown).toContain('These are the latest stories before that.');
    expect(shown).toContain('Ferry crews of Port Ossel walk out over pay');
    expect(await world.readEdition(subscription, SLOT)).toMatchObject({
      state: { kind: 'posted' },
    });
    await world.tickAt('2024-03-15T08:00:00Z');
    expect(world.messages()).toHaveLength(1);
    expect(await statesBySlot()).toEqual([
      ['2024-03-14T08:00', 'posted'],
      ['2024-03-15T08:00', 'quiet'],
    ]);
  });
});

describe('a bot that was down over a slot', () => {
  it('posts the missed edition once within the grace period, and says late', async () => {
    const subscription = await world.subscribe();
    await world.tickAt('2024-03-14T09:59:00Z');
    await world.tickAt('2024-03-14T10:00:00Z');
    expect(world.messages()).toHaveLength(1);
    expect(JSON.stringify(world.messages())).toContain('Late');
    expect(await world.readEdition(subscription, SLOT)).toMatchObject({
      late: true,
      digest: { until: SLOT },
    });
  });

  it('only records the slot after the grace period, and shows its news in the next edition', async () => {
    const subscription = await world.subscribe();
    await world.tickAt('2024-03-14T10:01:00Z');
    expect(world.messages()).toHaveLength(0);
    await world.tickAt('2024-03-15T08:00:00Z');
    expect(await statesBySlot()).toEqual([
      ['2024-03-14T08:00', 'missed'],
      ['2024-03-15T08:00', 'posted'],
    ]);
    const edition = await world.readEdition(subscription, '2024-03-15T08:00:00.000Z');
    expect(edition?.digest.stories).toHaveLength(2);
  });

  it('posts only the newest of several missed slots', async () => {
    await world.subscribe({
      schedule: { cron: '0 * * * *', zone: 'UTC' },
      changedAt: '2024-03-14T05:30:00.000Z',
    });
    await world.tickAt('2024-03-14T08:30:00Z');
    expect(world.messages()).toHaveLength(1);
    expect(await statesBySlot()).toEqual([
      ['2024-03-14T06:00', 'missed'],
      ['2024-03-14T07:00', 'missed'],
      ['2024-03-14T08:00', 'posted'],
    ]);
  });

  it('finishes an edition that it had begun before it runs a newer slot', async () => {
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    await world.subscribe({
      schedule: { cron: '0 * * * *', zone: 'UTC' },
      changedAt: '2024-03-14T07:30:00.000Z',
    });
    await world.tickAt(SLOT);
    await world.news.add(
      [buildReport('strike', 'Northlight', '2024-03-14T08:30:00.000Z')],
      new Date('2024-03-14T08:31:00Z'),
    );
    await world.tickAt('2024-03-14T09:00:00Z');
    expect(await statesBySlot()).toEqual([
      ['2024-03-14T08:00', 'posted'],
      ['2024-03-14T09:00', 'posted'],
    ]);
    expect(world.messages()).toHaveLength(2);
  });
});

describe('a clock that is set back', () => {
  it('never posts a slot twice, even if the bot has restarted', async () => {
    await world.subscribe();
    await world.tickAt('2024-03-14T08:00:30Z');
    const restarted = world.openScheduler();
    for (const now of ['2024-03-14T07:30:00Z', '2024-03-14T08:00:00Z', '2024-03-14T08:01:00Z']) {
      await world.tickAt(now);
      await restarted.tick();
    }
    await restarted.stop();
    expect(world.messages()).toHaveLength(1);
  });
});

describe('a paused subscription', () => {
  it('posts nothing, and does not catch up when it is resumed', async () => {
    const subscription = await world.subscribe();
    const key = subscriptionKey(subscription);
    const paused = pauseSubscription(
      subscription,
      'manager',
      'Holidays',
      new Date('2024-03-14T07:59:30Z'),
    );
    await world.subscriptions.put(key, paused);
    await world.tickAt(SLOT);
    await world.subscriptions.put(
      key,
      resumeSubscription(paused, new Date('2024-03-14T08:10:00Z')),
    );
    await world.tickAt('2024-03-14T08:11:00Z');
    expect(await world.readEditions()).toEqual([]);
    await world.tickAt('2024-03-15T08:00:00Z');
    expect(await world.readEditions()).toHaveLength(1);
  });

  it('posts again when the reason for Discord’s refusal is fixed', async () => {
    const { channelId, guildId } = world.discord;
    const subscription = await world.subscribe({ onQuiet: 'say-so' });
    world.discord.state.setOverwrite(channelId, guildId, {
      deny: PermissionFlagsBits.SendMessages,
    });
    await world.tickAt(SLOT);
    const paused = await world.readSubscription(subscription);
    expect(paused?.state.kind).toBe('paused');
    world.discord.state.setOverwrite(channelId, guildId, {});
    if (paused) {
      const resumed = resumeSubscription(paused, new Date('2024-03-14T09:00:00Z'));
      await world.subscriptions.put(subscriptionKey(resumed), resumed);
    }
    await world.tickAt('2024-03-15T08:00:00Z');
    expect(world.messages()).toHaveLength(1);
    const edition = await world.readEdition(subscription, '2024-03-15T08:00:00.000Z');
    expect(edition?.digest.stories).toHaveLength(2);
  });
});

describe('an edition that is still to be posted', () => {
  const stateOf = async () => (await world.readEditions()).map(({ state }) => state);
  const gone: [string, () => Promise<unknown>][] = [
    [
      'is moved to another channel',
      async () => {
        const other = world.discord.state.addChannel(world.discord.guildId, 'other');
        await world.subscribe({ channelId: other.id, changedAt: '2024-03-14T08:00:10.000Z' });
      },
    ],
    [
      'is removed',
      async () => {
        for await (const [key] of world.subscriptions.list()) await world.subscriptions.remove(key);
      },
    ],
  ];

  it.each(gone)('is settled as not posted if its schedule %s', async (_, change) => {
    world.discord.faults.next(POST, { kind: 'status', status: 500 }, 4);
    await world.subscribe();
    await world.tickAt(SLOT);
    await change();
    await world.tickAt('2024-03-14T08:00:20Z');
    expect(await stateOf()).toMatchObject([{ kind: 'pending' }]);
    await world.tickAt('2024-03-14T08:01:00Z');
    expect(await stateOf()).toMatchObject([
      { kind: 'failed', outcome: { detail: 'Discord had an internal error (500).' } },
    ]);
    expect(world.messages()).toEqual([]);
  });

  it.each(gone)(
    'is settled as posted if its schedule %s and its message is there',
    async (_, change) => {
      world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
      await world.subscribe();
      await world.tickAt(SLOT);
      await change();
      await world.tickAt('2024-03-14T08:01:00Z');
      expect(await stateOf()).toMatchObject([
        { kind: 'posted', messageId: world.messages()[0]?.id },
      ]);
    },
  );

  it('is settled by another process that starts later', async () => {
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    await world.subscribe();
    await world.tickAt(SLOT);
    for await (const [key] of world.subscriptions.list()) await world.subscriptions.remove(key);
    const restarted = world.openScheduler();
    world.setClock('2024-03-14T08:01:00Z');
    await restarted.tick();
    await restarted.stop();
    expect(await stateOf()).toMatchObject([{ kind: 'posted' }]);
  });
});

describe('concurrent work', () => {
  it('lets ticks join the one in progress', async () => {
    await world.subscribe();
    world.setClock(SLOT);
    await Promise.all([world.scheduler.tick(), world.scheduler.tick(), world.scheduler.tick()]);
    expect(world.messages()).toHaveLength(1);
  });

  it('posts one message for a slot from several processes on one store', async () => {
    await world.subscribe();
    const others = [world.openScheduler(), world.openScheduler(), world.openScheduler()];
    world.setClock(SLOT);
    await Promise.all([world.scheduler, ...others].map((scheduler) => scheduler.tick()));
    await Promise.all(others.map((scheduler) => scheduler.stop()));
    expect(world.messages()).toHaveLength(1);
    expect(
      world.discord.faults.requests.filter(
        ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
      ),
    ).toHaveLength(1);
  });

  it('ends in one message if two processes resume the same edition', async () => {
    world.discord.faults.next(POST, { kind: 'drop', when: 'before' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    const other = world.openScheduler();
    world.setClock('2024-03-14T08:01:00Z');
    await Promise.all([world.scheduler.tick(), other.tick()]);
    await other.stop();
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
      messageId: world.messages()[0]?.id,
    });
  });

  it('is finished before the scheduler stops, and nothing more is started', async () => {
    const subscription = await world.subscribe();
    const hold = world.discord.faults.hold(POST, 'before');
    void world.tickAt(SLOT);
    await hold.reached;
    let stopped = false;
    const stop = async () => {
      await world.scheduler.stop();
      stopped = true;
    };
    const stopping = stop();
    // Another scheduler has nothing to wait for. Once it has ticked and stopped, an early stop would have ended too.
    const other = world.openScheduler();
    await other.tick();
    await other.stop();
    expect(stopped).toBe(false);
    hold.release();
    await stopping;
    expect(await world.readEdition(subscription, SLOT)).toMatchObject({
      state: { kind: 'posted' },
    });
    await world.tickAt('2024-03-15T08:00:00Z');
    expect(await world.readEditions()).toHaveLength(1);
  });
});
