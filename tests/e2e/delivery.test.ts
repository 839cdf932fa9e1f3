import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editionMark } from '../../src/digest/edition.ts';
import {
  NIGHT_NEWS,
  openDeliveryWorld,
  SLOT,
  type DeliveryWorld,
} from '../support/open-delivery-world.ts';
import { LEVELS } from '../support/collect-log.ts';

const POST = 'POST /channels/:id/messages';

let world: DeliveryWorld;
beforeEach(async () => {
  world = await openDeliveryWorld();
});
afterEach(() => world.close());

describe('an edition', () => {
  it('is posted once at its slot, marked by its id, and recorded with the message', async () => {
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    await world.tickAt('2024-03-14T08:01:00Z');
    const [message, ...others] = world.messages();
    expect(others).toEqual([]);
    const edition = await world.readEdition(subscription, SLOT);
    expect(edition?.state).toEqual({ kind: 'posted', at: SLOT, messageId: message?.id });
    expect(edition?.late).toBe(false);
    const shown = JSON.stringify(message?.components);
    expect(shown).toContain(editionMark(edition?.id ?? ''));
    for (const { text } of edition?.digest.stories.flatMap((story) => story.sentences) ?? []) {
      expect(shown).toContain(text);
    }
    expect(edition?.digest.stories).toHaveLength(2);
  });

  it('mentions its one role and nobody else', async () => {
    const role = world.discord.state.addRole(world.discord.guildId, 'readers', {
      mentionable: true,
    });
    const other = world.discord.state.addRole(world.discord.guildId, 'others', {
      mentionable: true,
    });
    await world.subscribe({ roleId: role.id });
    await world.tickAt(SLOT);
    expect(world.messages()[0]?.mention_roles).toEqual([role.id]);
    expect(JSON.stringify(world.messages())).not.toContain(other.id);
  });

  it('is still posted when its role has been deleted', async () => {
    const { state, guildId } = world.discord;
    const role = state.addRole(guildId, 'gone', { mentionable: true });
    await world.subscribe({ roleId: role.id });
    state.deleteRole(guildId, role.id);
    await world.tickAt(SLOT);
    expect(world.messages()).toMatchObject([{ mention_roles: [] }]);
  });

  it('without news mentions no role and opens no thread', async () => {
    const { state, guildId } = world.discord;
    const role = state.addRole(guildId, 'readers', { mentionable: true });
    const quiet = {
      topics: ['volcano'],
      onQuiet: 'say-so',
      roleId: role.id,
      thread: 'discussion',
    } as const;
    const subscription = await world.subscribe(quiet);
    await world.tickAt(SLOT);
    expect(world.messages()).toMatchObject([{ mention_roles: [] }]);
    expect(JSON.stringify(world.messages())).not.toContain(role.id);
    expect((await world.readEdition(subscription, SLOT))?.state).not.toHaveProperty('threadId');
  });

  it('opens its thread', async () => {
    const subscription = await world.subscribe({ thread: 'discussion' });
    await world.tickAt(SLOT);
    const edition = await world.readEdition(subscription, SLOT);
    const threads = world.discord.state
      .channels(world.discord.guildId)
      .filter(({ type }) => type === ChannelType.PublicThread);
    expect(threads).toMatchObject([{ name: 'News digest 2024-03-14 08:00' }]);
    expect(edition?.state).toMatchObject({ kind: 'posted', threadId: threads[0]?.id });
  });

  it('fills its thread with a message for each story, and shows less in its own', async () => {
    const subscription = await world.subscribe({ thread: 'stories', layout: 'headlines' });
    await world.tickAt(SLOT);
    const edition = await world.readEdition(subscription, SLOT);
    const { threadId = '' } = edition?.state.kind === 'posted' ? edition.state : {};
    const shown = JSON.stringify(world.messages());
    const told = world.messages(threadId).map(({ components }) => JSON.stringify(components));
    const stories = edition?.digest.stories ?? [];
    expect(told).toHaveLength(2);
    for (const [index, { sentences }] of stories.entries()) {
      expect(sentences.length).toBeGreaterThan(1);
      for (const { text } of sentences) {
        expect(told[index]).toContain(text);
        expect(shown).not.toContain(text);
      }
    }
  });

  it.each([
    ['refused', { kind: 'status', status: 403, code: 50_013 }, 0],
    ['lost', { kind: 'drop', when: 'after' }, 2],
  ] as const)('is delivered if its first story is %s', async (_, fault, expected) => {
    const opened = world.discord.faults.hold(
      'POST /channels/:id/messages/:message/threads',
      'after',
    );
    const subscription = await world.subscribe({ thread: 'stories' });
    const ticked = world.tickAt(SLOT);
    await opened.reached;
    world.discord.faults.next(POST, fault);
    opened.release();
    await ticked;
    await world.tickAt('2024-03-14T08:10:00Z');
    const edition = await world.readEdition(subscription, SLOT);
    expect(edition?.state.kind).toBe('posted');
    expect(world.messages()).toHaveLength(1);
    expect(world.messages(world.messages()[0]?.id)).toHaveLength(expected);
  });

  it('is delivered even if its thread is refused, and the log says so', async () => {
    world.discord.faults.next('POST /channels/:id/messages/:message/threads', {
      kind: 'status',
      status: 403,
      code: 50_013,
    });
    const subscription = await world.subscribe({ thread: 'discussion' });
    await world.tickAt(SLOT);
    const edition = await world.readEdition(subscription, SLOT);
    expect(edition?.state.kind).toBe('posted');
    expect(edition?.state).not.toHaveProperty('threadId');
    expect(world.lines).toContainEqual(
      expect.objectContaining({ level: LEVELS.warn, msg: expect.stringContaining('thread') }),
    );
  });
});

describe('a delivery that fails for a while', () => {
  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['502', { kind: 'status', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['a socket dropped before the post', { kind: 'drop', when: 'before' }],
    ['a socket dropped after the post', { kind: 'drop', when: 'after' }],
  ] as const)('with %s is taken up again and ends in one message', async (_, fault) => {
    // discord.js repeats a 5xx three times by itself, within milliseconds.
    world.discord.faults.next(POST, fault, fault.kind === 'status' ? 4 : 1);
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
      kind: 'pending',
      attempts: 1,
      retryAt: '2024-03-14T08:00:30.000Z',
    });
    await world.tickAt('2024-03-14T08:00:29Z');
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({ attempts: 1 });
    await world.tickAt('2024-03-14T08:01:00Z');
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
      kind: 'posted',
      messageId: world.messages()[0]?.id,
    });
  });

  it('is found in the channel long after Discord has forgotten its nonce', async () => {
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    await world.tickAt('2024-03-14T09:30:00Z');
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state.kind).toBe('posted');
  });

  it('waits out a short rate limit by itself', async () => {
    world.discord.faults.next(POST, { kind: 'rate-limit', scope: 'shared', retryAfterMs: 300 });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state.kind).toBe('posted');
  });

  it('does not wait for a response that is too late, and ends in one message', async () => {
    const hurried = world.openScheduler({ attemptMs: 150 });
    world.discord.faults.next(POST, { kind: 'slow', delayMs: 400 });
    const subscription = await world.subscribe();
    world.setClock(SLOT);
    await hurried.tick();
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
      kind: 'pending',
      detail: 'Discord did not answer in time.',
    });
    await expect.poll(() => world.messages()).toHaveLength(1);
    await hurried.stop();
    await world.tickAt('2024-03-14T08:01:00Z');
    expect(world.messages()).toHaveLength(1);
  });

  it('with a rate limit of two hours is postponed with the reason, without delaying other channels', async () => {
    const { guildId, channelId } = world.discord;
    const other = world.discord.state.addChannel(guildId, 'other');
    await expect.poll(() => world.bot.client.channels.cache.has(other.id)).toBe(true);
    const limit = { kind: 'rate-limit', scope: 'shared', retryAfterMs: 2 * 3_600_000 } as const;
    world.discord.faults.next(`POST /channels/${channelId}/messages`, limit);
    const limited = await world.subscribe();
    const free = await world.subscribe({ id: 'sub-2', channelId: other.id });
    await world.tickAt(SLOT);
    expect((await world.readEdition(limited, SLOT))?.state).toMatchObject({
      kind: 'pending',
      retryAt: '2024-03-14T08:15:00.000Z',
      detail: 'Discord asks the bot to wait (429).',
    });
    expect((await world.readEdition(free, SLOT))?.state.kind).toBe('posted');
    await world.tickAt('2024-03-14T10:01:00Z');
    expect((await world.readEdition(limited, SLOT))?.state).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'given-up', detail: 'Discord asks the bot to wait (429).' },
    });
    expect((await world.readSubscription(limited))?.state.kind).toBe('active');
  });

  it('is found in the channel even if the clock was ahead by hours and has been corrected since', async () => {
    await world.close();
    const discordClock = { behindMs: 2 * 3_600_000 };
    world = await openDeliveryWorld(NIGHT_NEWS, discordClock);
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    const member = world.discord.asUser(world.discord.memberId);
    for (let count = 0; count < 150; count += 1) member.sendMessage(`Chat ${count}`);
    discordClock.behindMs = 0;
    await world.tickAt('2024-03-14T06:01:00Z');
    await world.tickAt('2024-03-14T08:10:00Z');
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state.kind).toBe('posted');
  });

  it('because its process stood still is looked for before that process posts again', async () => {
    const subscription = await world.subscribe();
    const claim = world.editions.claim.bind(world.editions);
    Object.assign(world.editions, {
      claim: async (...args: Parameters<typeof claim>) => {
        const won = await claim(...args);
        world.setClock('2024-03-14T08:20:00.000Z');
        return won;
      },
    });
    await world.tickAt(SLOT);
    expect(world.messages()).toHaveLength(1);
    expect(await world.readEdition(subscription, SLOT)).toMatchObject({
      late: true,
      state: { kind: 'posted', at: '2024-03-14T08:20:00.000Z' },
    });
    const reads = world.discord.faults.requests.filter(({ method }) => method === 'GET');
    expect(reads.some(({ path }) => path.endsWith('/messages'))).toBe(true);
  });

  it('does not depend on the gateway: an edition is posted while the bot reconnects', async () => {
    const { gateway } = world.discord.faults;
    gateway.refuseConnections(true);
    gateway.dropSockets();
    await expect.poll(() => gateway.counts.refused).toBeGreaterThan(0);
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    gateway.refuseConnections(false);
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state.kind).toBe('posted');
  });

  it('is found among hundreds of messages, and not confused with quotes of it', async () => {
    const member = world.discord.asUser(world.discord.memberId);
    for (let count = 0; count < 230; count += 1) member.sendMessage(`Chat ${count}`);
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    member.sendMessage(editionMark((await world.readEdition(subscription, SLOT))?.id ?? ''));
    await world.tickAt('2024-03-14T08:20:00Z');
    expect(world.messages()).toHaveLength(1);
    const state = { kind: 'posted', messageId: world.messages()[0]?.id };
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject(state);
  });

  it('is posted again under its nonce if the channel cannot be read', async () => {
    const { channelId, guildId } = world.discord;
    world.discord.state.setOverwrite(channelId, guildId, {
      deny: PermissionFlagsBits.ReadMessageHistory,
    });
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    await world.tickAt('2024-03-14T08:01:00Z');
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({ kind: 'posted' });
  });

  it('is given up instead of posted twice if Discord may have forgotten that nonce', async () => {
    const { channelId, guildId } = world.discord;
    world.discord.state.setOverwrite(channelId, guildId, {
      deny: PermissionFlagsBits.ReadMessageHistory,
    });
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    await world.tickAt('2024-03-14T08:10:00Z');
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
      kind: 'failed',
      outcome: {
        detail: 'It may have been posted: the bot may not read the history of the channel.',
      },
    });
  });

  it('waits longer after each attempt, says late in the end, and gives up after the grace period', async () => {
    world.discord.faults.next(POST, { kind: 'status', status: 500 }, 1000);
    const subscription = await world.subscribe();
    const attemptsAt: string[] = [];
    let attempts = 0;
    for (let minute = 0; minute <= 121; minute += 1) {
      const now = new Date(Date.parse(SLOT) + minute * 60_000).toISOString();
      await world.tickAt(now);
      const state = (await world.readEdition(subscription, SLOT))?.state;
      if (state?.kind === 'pending' && state.attempts > attempts) {
        attempts = state.attempts;
        attemptsAt.push(now.slice(11, 16));
      }
    }
    expect(attemptsAt).toEqual([
      '08:00',
      '08:01',
      '08:02',
      '08:04',
      '08:08',
      '08:16',
      '08:31',
      '08:46',
      '09:01',
      '09:16',
      '09:31',
      '09:46',
    ]);
    expect((await world.readEdition(subscription, SLOT))?.state).toEqual({
      kind: 'failed',
      at: '2024-03-14T10:01:00.000Z',
      outcome: { kind: 'given-up', detail: 'Discord had an internal error (500).' },
    });
    expect((await world.readSubscription(subscription))?.state.kind).toBe('active');
    world.discord.faults.releaseAll();
    await world.tickAt('2024-03-15T08:00:00Z');
    expect(world.messages()).toHaveLength(1);
  });

  it('that is given up while the channel cannot be read says that it may have been posted', async () => {
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    world.discord.faults.next('GET /channels/:id/messages', { kind: 'status', status: 503 }, 4);
    await world.tickAt('2024-03-14T10:30:00Z');
    expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
      kind: 'failed',
      outcome: { detail: 'It may have been posted: Discord had an internal error (503).' },
    });
  });

  it('says late if it succeeds more than five minutes after the slot', async () => {
    world.discord.faults.next(POST, { kind: 'status', status: 500 }, 4);
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    await world.tickAt('2024-03-14T08:20:00Z');
    expect((await world.readEdition(subscription, SLOT))?.late).toBe(true);
    expect(JSON.stringify(world.messages())).toContain('Late');
  });
});

describe('a delivery that Discord refuses', () => {
  const noticesIn = (channelId: string) => world.messages(channelId).map(({ content }) => content);

  it.each([
    [
      'a channel that is gone',
      (id: string) => world.discord.state.deleteChannel(id),
      'The channel is gone.',
    ],
    [
      'a permission that was taken away',
      (id: string) =>
        world.discord.state.setOverwrite(id, world.discord.guildId, {
          deny: PermissionFlagsBits.SendMessages,
        }),
      'The bot may not post in the channel',
    ],
    [
      'a channel that was hidden',
      (id: string) =>
        world.discord.state.setOverwrite(id, world.discord.guildId, {
          deny: PermissionFlagsBits.ViewChannel,
        }),
      'The bot may not post in the channel',
    ],
    [
      'a message that it calls invalid',
      () =>
        world.discord.faults.next(POST, {
          kind: 'status',
          status: 400,
          code: 50_035,
          message: 'Invalid Form Body',
        }),
      'Discord refused the message itself. Invalid Form Body (50035)',
    ],
  ])(
    'for %s pauses the subscription with the reason and tells the managers once',
    async (_, spoil, reason) => {
      const { guildId, channelId: system } = world.discord;
      const channel = world.discord.state.addChannel(guildId, 'briefing');
      const subscription = await world.subscribe({ channelId: channel.id });
      spoil(channel.id);
      await world.tickAt(SLOT);
      await world.tickAt('2024-03-14T08:01:00Z');
      await world.tickAt('2024-03-15T08:00:00Z');
      const state = (await world.readSubscription(subscription))?.state;
      expect(state).toMatchObject({
        kind: 'paused',
        by: 'delivery',
        since: SLOT,
        reason: expect.stringContaining(reason),
      });
      expect((await world.readEdition(subscription, SLOT))?.state).toMatchObject({
        kind: 'failed',
        outcome: { kind: 'refused' },
      });
      expect(noticesIn(system)).toEqual([expect.stringContaining(reason)]);
      expect(noticesIn(system)[0]).toContain('every day at 08:00, UTC');
      expect(await world.readEditions()).toHaveLength(1);
    },
  );

  it('for a channel that is deleted while it is being posted pauses the subscription too', async () => {
    const channel = world.discord.state.addChannel(world.discord.guildId, 'briefing');
    const subscription = await world.subscribe({ channelId: channel.id });
    const hold = world.discord.faults.hold(POST, 'before');
    const tick = world.tickAt(SLOT);
    await hold.reached;
    world.discord.state.deleteChannel(channel.id);
    hold.release();
    await tick;
    const { state } = (await world.readSubscription(subscription)) ?? {};
    expect(state).toMatchObject({ kind: 'paused', reason: 'The channel is gone.' });
    expect(state).not.toHaveProperty('untold');
    expect(noticesIn(world.discord.channelId)).toHaveLength(1);
  });

  it('is told to the managers once Discord can be reached, even by another process', async () => {
    const { guildId, channelId: system } = world.discord;
    const channel = world.discord.state.addChannel(guildId, 'briefing');
    const subscription = await world.subscribe({ channelId: channel.id });
    world.discord.state.deleteChannel(channel.id);
    world.discord.faults.next(
      `POST /channels/${system}/messages`,
      { kind: 'status', status: 503 },
      4,
    );
    await world.tickAt(SLOT);
    expect((await world.readSubscription(subscription))?.state).toMatchObject({ untold: true });
    expect(noticesIn(system)).toEqual([]);
    const restarted = world.openScheduler();
    world.setClock('2024-03-14T08:01:00Z');
    await restarted.tick();
    await restarted.tick();
    await restarted.stop();
    expect(noticesIn(system)).toHaveLength(1);
    expect((await world.readSubscription(subscription))?.state).not.toHaveProperty('untold');
    await world.tickAt('2024-03-14T08:02:00Z');
    expect(noticesIn(system)).toHaveLength(1);
  });

  it('tells nobody if the bot may not write in the system channel', async () => {
    const { guildId, channelId: system } = world.discord;
    const channel = world.discord.state.addChannel(guildId, 'briefing');
    const subscription = await world.subscribe({ channelId: channel.id });
    world.discord.state.setOverwrite(system, guildId, { deny: PermissionFlagsBits.SendMessages });
    world.discord.state.deleteChannel(channel.id);
    await world.tickAt(SLOT);
    expect((await world.readSubscription(subscription))?.state.kind).toBe('paused');
    expect(noticesIn(system)).toEqual([]);
  });

  it('because the bot was removed from the server says so', async () => {
    const subscription = await world.subscribe();
    world.discord.state.kickBot(world.discord.guildId);
    await expect.poll(() => world.bot.client.guilds.cache.size).toBe(0);
    await world.tickAt(SLOT);
    expect((await world.readSubscription(subscription))?.state).toMatchObject({
      reason: 'The bot is no longer in the server.',
    });
  });

  it('because of the token ends the bot with a clear message, and keeps the edition for the next start', async () => {
    world.discord.faults.next(POST, { kind: 'status', status: 401 });
    const subscription = await world.subscribe();
    await world.tickAt(SLOT);
    expect(world.fatal).toMatchObject([
      { code: 'bad-config', message: expect.stringContaining('token') },
    ]);
    expect((await world.readEdition(subscription, SLOT))?.state.kind).toBe('pending');
    expect((await world.readSubscription(subscription))?.state.kind).toBe('active');
  });

  it('does not pause a subscription that was changed in the meantime', async () => {
    const hold = world.discord.faults.hold(POST, 'before');
    const subscription = await world.subscribe();
    world.discord.faults.next(POST, { kind: 'status', status: 404, code: 10_003 });
    const tick = world.tickAt(SLOT);
    await hold.reached;
    await world.subscribe({ changedAt: '2024-03-14T08:00:00.500Z' });
    hold.release();
    await tick;
    expect((await world.readSubscription(subscription))?.state.kind).toBe('active');
  });
});
