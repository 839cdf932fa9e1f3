import { Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openLocalDiscord } from '../local-discord.ts';
import { ask } from '../testing/ask.ts';
import { createClient, logIn } from '../testing/log-in.ts';
import { openWorld } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';

describe('logging in', () => {
  it('accepts unmodified discord.js and sends it the guild', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    expect(client.application.id).toBe(discord.applicationId);
    expect(client.user.bot).toBe(true);
    const guild = client.guilds.cache.get(discord.guildId);
    expect(guild?.systemChannelId).toBe(discord.channelId);
    expect(guild?.channels.cache.map((channel) => channel.name)).toEqual([
      'world-news',
      'general',
      'bot-test',
      'announcements',
    ]);
    expect(guild?.members.me?.permissions.has('SendMessages')).toBe(true);
    expect(guild?.members.me?.permissions.has('ManageGuild')).toBe(false);
  });

  it('sends the bot only its own member without the members intent', async () => {
    await using world = await openWorld();
    const guild = world.client.guilds.cache.first();
    expect([...(guild?.members.cache.keys() ?? [])]).toEqual([world.client.user.id]);
    expect(guild?.memberCount).toBe(5);
  });

  it('gives a manager more permissions than a member', async () => {
    await using world = await openWorld();
    const guild = world.client.guilds.cache.first();
    const manager = await guild?.members.fetch(world.discord.managerId);
    const member = await guild?.members.fetch(world.discord.memberId);
    expect(manager?.permissions.has('ManageGuild')).toBe(true);
    expect(member?.permissions.has('ManageGuild')).toBe(false);
  });

  it('has the same ids at every start, so that stored ids stay valid', async () => {
    const first = await openLocalDiscord();
    await first.close();
    const second = await openLocalDiscord();
    await second.close();
    expect(second.channelId).toBe(first.channelId);
    expect(second.token).toBe(first.token);
  });

  it('rejects if the port is taken', async () => {
    const first = await openLocalDiscord();
    const port = Number(new URL(first.url).port);
    await expect(openLocalDiscord({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it('sends the bot changes of its own roles, and no events of guilds that it is not in', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const received: string[] = [];
    client.on(Events.GuildMemberUpdate, (_old, member) => received.push(member.id));
    client.on(Events.ChannelCreate, (channel) => received.push(channel.name));
    const elsewhere = discord.state.addGuild('Elsewhere', { withBot: false });
    discord.state.addChannel(elsewhere.api.id, 'hidden');
    discord.state.addMember(discord.guildId, discord.memberId, []);
    discord.state.addMember(discord.guildId, client.user.id, []);
    await until(() => received.length > 0, 'an event has arrived');
    expect(received).toEqual([client.user.id]);
  });

  it('refuses a wrong token, over REST and at the gateway', async () => {
    const discord = await openLocalDiscord();
    const client = createClient(discord);
    await expect(client.login('wrong.token.here')).rejects.toThrow(/invalid token/i);
    await client.destroy();
    const answer = await ask(discord, 'GET /users/@me', undefined, { authorization: 'Bot nope' });
    expect(answer).toMatchObject({ status: 401, json: { code: 0, message: '401: Unauthorized' } });
    expect(await identify(discord.url, { token: 'nope', intents: 1 })).toBe(4004);
    await discord.close();
  });

  it.each([
    [
      'a privileged intent that is not enabled',
      { intents: GatewayIntentBits.MessageContent },
      4014,
    ],
    ['an intent that does not exist', { intents: 1 << 30 }, 4013],
    ['a shard beyond the count', { intents: 1, shard: [2, 2] }, 4010],
    ['no intents at all', {}, 4002],
  ])('closes the gateway on %s', async (_what, data, code) => {
    const discord = await openLocalDiscord();
    expect(await identify(discord.url, { token: discord.token, ...data })).toBe(code);
    await discord.close();
  });

  it('makes discord.js give up if an intent is disallowed', async () => {
    const discord = await openLocalDiscord();
    const client = createClient(discord, { intents: [GatewayIntentBits.MessageContent] });
    client.on(Events.Error, () => {});
    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i);
    await client.destroy();
    await discord.close();
  });

  it('accepts privileged intents that are enabled', async () => {
    const discord = await openLocalDiscord({ privilegedIntents: GatewayIntentBits.MessageContent });
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.MessageContent,
    ];
    const client = await logIn(discord, { intents });
    const received: string[] = [];
    client.on(Events.MessageCreate, (message) => received.push(message.content));
    discord.asUser(discord.memberId).sendMessage('in plain sight');
    await until(() => received.length > 0, 'the message has arrived');
    expect(received).toEqual(['in plain sight']);
    await client.destroy();
    await discord.close();
  });

  it('hides messages’ content from a bot without that intent, unless they mention it', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const received: string[] = [];
    client.on(Events.MessageCreate, (message) => received.push(message.content));
    const member = discord.asUser(discord.memberId);
    member.sendMessage('not for you');
    member.sendMessage(`<@${client.user.id}> for you`);
    await until(() => received.length === 2, 'both have arrived');
    expect(received).toEqual(['', `<@${client.user.id}> for you`]);
    const listed = await ask(discord, `GET /channels/${discord.channelId}/messages`);
    expect(listed.json.map((message: { content: string }) => message.content)).toEqual([
      `<@${client.user.id}> for you`,
      '',
    ]);
  });

  it.each([
    ['something that is not JSON', 'nonsense', 4002],
    ['an opcode that does not exist', JSON.stringify({ op: 99 }), 4001],
    ['a presence before identifying', JSON.stringify({ op: 3, d: {} }), 4003],
    ['more than 4,096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(4_096) }), 4002],
  ])('closes the gateway on %s', async (_what, text, code) => {
    const discord = await openLocalDiscord();
    expect(await sendAndAwaitClose(discord.url, [text])).toBe(code);
    await discord.close();
  });

  it('closes the gateway on the 121st message in a minute', async () => {
    const discord = await openLocalDiscord();
    const beats = Array.from({ length: 121 }, () => JSON.stringify({ op: 1, d: null }));
    expect(await sendAndAwaitClose(discord.url, beats)).toBe(4008);
    await discord.close();
  });
});

async function identify(url: string, data: object): Promise<number> {
  return await sendAndAwaitClose(url, [JSON.stringify({ op: 2, d: { properties: {}, ...data } })]);
}

async function sendAndAwaitClose(url: string, texts: string[]): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?v=10&encoding=json`);
  return await new Promise((resolve, reject) => {
    socket.on('open', () => {
      for (const text of texts) socket.send(text);
    });
    socket.on('close', resolve);
    socket.on('error', reject);
  });
}
