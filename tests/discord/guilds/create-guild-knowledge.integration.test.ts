import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GuildKnowledge } from '../../../src/delivery/guild-knowledge.ts';
import { createCachedGuilds } from '../../../src/discord/guilds/cached-guilds.ts';
import { createFetchedGuilds } from '../../../src/discord/guilds/fetched-guilds.ts';
import { createGuildKnowledge } from '../../../src/discord/guilds/create-guild-knowledge.ts';
import { mayDo } from '../../../src/discord/guilds/may-do.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { openTestBot, type TestBot } from '../../support/open-test-bot.ts';

const LOOKUPS = {
  'from the cache of the gateway': ({ bot }: TestBot) => createCachedGuilds(bot.client),
  'through REST': ({ bot }: TestBot) => createFetchedGuilds(bot.client.rest, bot.client.user.id),
} as const;
const NOBODY = '999999999999999999';

let world: TestBot;
beforeEach(async () => {
  world = await openTestBot([]);
});
afterEach(() => world.close());

describe.each(Object.entries(LOOKUPS))('knowledge %s', (_, createLookup) => {
  const knowledge = (): GuildKnowledge => createGuildKnowledge(createLookup(world));
  const check = (given: Parameters<typeof buildSubscription>[0] = {}) => {
    const { guildId, channelId } = world.discord;
    return knowledge().checkChannel(buildSubscription({ guildId, channelId, ...given }));
  };

  it('tells which servers the bot is in', async () => {
    const { guildId, state } = world.discord;
    expect(await knowledge().isInGuild(guildId)).toBe(true);
    expect(await knowledge().isInGuild(NOBODY)).toBe(false);
    state.kickBot(guildId);
    await expect.poll(() => knowledge().isInGuild(guildId)).toBe(false);
  });

  it('finds nothing missing in a channel where the bot may do everything', async () => {
    expect(await check({ thread: 'discussion' })).toEqual({
      isElsewhere: false,
      toPost: [],
      toOpenThreads: [],
      toAttach: [],
      canMention: true,
    });
  });

  it('tells which permissions required by the subscription are missing', async () => {
    const { state, channelId } = world.discord;
    const deny =
      Bits.SendMessages | Bits.AttachFiles | Bits.CreatePublicThreads | Bits.SendMessagesInThreads;
    state.setOverwrite(channelId, world.bot.client.user.id, { deny });
    await expect
      .poll(() => check({ thread: 'discussion' }))
      .toMatchObject({
        toPost: ['Send Messages'],
        toOpenThreads: ['Create Public Threads'],
        toAttach: ['Attach Files'],
      });
    expect(await check({ thread: 'stories' })).toMatchObject({
      toOpenThreads: ['Create Public Threads', 'Send Messages in Threads'],
    });
    expect(await check({ pictures: false })).toMatchObject({ toOpenThreads: [], toAttach: [] });
    expect(await knowledge().mayAttachFiles(channelId)).toBe(false);
  });

  it('applies overwrites in Discord’s order: everyone, roles, the bot itself', async () => {
    const { state, channelId, guildId } = world.discord;
    const bot = world.bot.client.user.id;
    const role = state.addRole(guildId, 'press', {});
    const own = [...state.world.guilds.get(guildId)!.members.get(bot)!.roles];
    state.addMember(guildId, bot, [...own, role.id]);
    const mayAttach = (): Promise<boolean | undefined> => knowledge().mayAttachFiles(channelId);
    state.setOverwrite(channelId, guildId, { deny: Bits.AttachFiles });
    await expect.poll(mayAttach).toBe(false);
    state.setOverwrite(channelId, role.id, { allow: Bits.AttachFiles });
    await expect.poll(mayAttach).toBe(true);
    state.setOverwrite(channelId, bot, { deny: Bits.AttachFiles });
    await expect.poll(mayAttach).toBe(false);
  });

  it('gives an administrator and the owner everything', async () => {
    const { state, channelId, guildId } = world.discord;
    const bot = world.bot.client.user.id;
    state.setOverwrite(channelId, bot, { deny: Bits.AttachFiles });
    await expect.poll(() => knowledge().mayAttachFiles(channelId)).toBe(false);
    const role = state.addRole(guildId, 'admins', { permissions: Bits.Administrator });
    state.addMember(guildId, bot, [role.id]);
    await expect.poll(() => knowledge().mayAttachFiles(channelId)).toBe(true);

    const owned = state.addGuild('Owned', { ownerId: bot });
    const channel = state.addChannel(owned.api.id, 'news');
    state.setOverwrite(channel.id, bot, { deny: Bits.AttachFiles });
    await expect.poll(() => knowledge().mayAttachFiles(channel.id)).toBe(true);
  });

  it('reports "View Channel" as missing in an unknown channel and in direct messages', async () => {
    const { id } = await world.bot.client.users.createDM(world.discord.memberId);
    for (const channelId of [NOBODY, id]) {
      expect(await check({ channelId })).toMatchObject({ toPost: ['View Channel'] });
      expect(await knowledge().mayAttachFiles(channelId)).toBe(false);
    }
  });

  it('recognizes a channel of another server', async () => {
    const { state } = world.discord;
    const other = state.addGuild('Elsewhere');
    const channel = state.addChannel(other.api.id, 'news');
    await expect.poll(() => check({ channelId: channel.id })).toMatchObject({ isElsewhere: true });
  });

  it('takes the permissions of a thread from its channel', async () => {
    const { state, channelId, guildId } = world.discord;
    const signal = AbortSignal.timeout(5_000);
    const message = { content: 'Hi', allowed_mentions: { parse: [] } };
    const posted = await world.bot.port.post(channelId, message, 'n', signal);
    const messageId = posted.kind === 'posted' ? posted.messageId : '';
    await world.bot.port.startThread(channelId, messageId, 'News', signal);
    state.setOverwrite(channelId, guildId, { deny: Bits.SendMessagesInThreads });
    state.setOverwrite(channelId, world.bot.client.user.id, { deny: Bits.SendMessagesInThreads });
    await expect
      .poll(() => check({ channelId: messageId }))
      .toMatchObject({ toPost: ['Send Messages in Threads'] });
  });

  it('tells whether a role is notified', async () => {
    const { state, guildId, channelId } = world.discord;
    const quiet = state.addRole(guildId, 'quiet', {});
    const loud = state.addRole(guildId, 'loud', { mentionable: true });
    await expect.poll(() => check({ roleId: loud.id })).toMatchObject({ canMention: true });
    expect(await check({ roleId: quiet.id })).toMatchObject({ canMention: false });
    state.setOverwrite(channelId, world.bot.client.user.id, { allow: Bits.MentionEveryone });
    await expect.poll(() => check({ roleId: quiet.id })).toMatchObject({ canMention: true });
  });

  it('names the system channel if the bot may write there', async () => {
    const { state, guildId, channelId } = world.discord;
    const system = (guild = guildId) => knowledge().systemChannel(guild);
    expect(await system()).toEqual({ kind: 'writable', channelId });
    expect(await system(NOBODY)).toEqual({ kind: 'none' });
    state.setOverwrite(channelId, world.bot.client.user.id, { deny: Bits.SendMessages });
    await expect.poll(() => system()).toEqual({ kind: 'none' });
    state.setSystemChannel(guildId, null);
    state.setOverwrite(channelId, world.bot.client.user.id, {});
    await expect.poll(() => mayDo(createLookup(world), channelId, Bits.SendMessages)).toBe(true);
    expect(await system()).toEqual({ kind: 'none' });
  });
});

describe('knowledge if REST cannot be reached', () => {
  it('is neither true nor false', async () => {
    const { guildId, channelId } = world.discord;
    const knowledge = createGuildKnowledge(LOOKUPS['through REST'](world));
    await world.discord.close();
    expect(await knowledge.isInGuild(guildId)).toBeUndefined();
    expect(await knowledge.mayAttachFiles(channelId)).toBeUndefined();
    expect(await knowledge.systemChannel(guildId)).toEqual({ kind: 'unknown' });
    expect(await knowledge.checkChannel(buildSubscription())).toBeUndefined();
  });
});
