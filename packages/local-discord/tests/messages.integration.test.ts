import { AttachmentBuilder, Events, MessageFlags, type TextChannel } from 'discord.js';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';

async function channelOf(world: World): Promise<TextChannel> {
  return (await world.client.channels.fetch(world.discord.channelId)) as TextChannel;
}

describe('messages', () => {
  it('are sent, edited, read and deleted, and the bot gets an event for each change', async () => {
    await using world = await openWorld();
    const received: string[] = [];
    world.client.on(Events.MessageCreate, (one) => received.push(`+${one.content}`));
    world.client.on(Events.MessageUpdate, (_old, one) => received.push(`~${one.content}`));
    world.client.on(Events.MessageDelete, (one) => received.push(`-${one.content}`));
    const channel = await channelOf(world);
    const message = await channel.send('one');
    await message.edit('two');
    expect((await channel.messages.fetch({ message: message.id, force: true })).content).toBe(
      'two',
    );
    await message.delete();
    await until(() => received.length === 3, 'three events have arrived');
    expect(received).toEqual(['+one', '~two', '-two']);
    await expect(
      channel.messages.fetch({ message: message.id, force: true }),
    ).rejects.toMatchObject({
      code: 10008,
    });
  });

  it('are listed newest first, before, after and around one', async () => {
    await using world = await openWorld({ rateLimits: false });
    const { discord } = world;
    const at = `/channels/${discord.channelId}/messages`;
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      ids.push((await ask(discord, `POST ${at}`, { content: `${index}` })).json.id);
    }
    const list = async (query: string): Promise<string> => {
      const { json } = await ask(discord, `GET ${at}?${query}`);
      return json.map((one: { content: string }) => one.content).join('');
    };
    expect(await list('')).toBe('543210');
    expect(await list('limit=2')).toBe('54');
    expect(await list(`before=${ids[3]}&limit=2`)).toBe('21');
    expect(await list(`after=${ids[1]}&limit=2`)).toBe('32');
    expect(await list(`around=${ids[2]}&limit=3`)).toBe('321');
  });

  it('have files that can be fetched, kept and removed', async () => {
    await using world = await openWorld();
    const channel = await channelOf(world);
    const files = [
      new AttachmentBuilder(Buffer.from('a,b'), { name: 'a.csv', description: 'Two' }),
      new AttachmentBuilder(Buffer.from('x'), { name: 'b.txt' }),
    ];
    const message = await channel.send({ content: 'see', files });
    const [first, second] = [...message.attachments.values()];
    expect(first).toMatchObject({ name: 'a.csv', description: 'Two', size: 3 });
    expect(await (await fetch(first?.url ?? '')).text()).toBe('a,b');
    const kept = await message.edit({ attachments: second ? [second] : [] });
    expect(kept.attachments.map((one) => one.name)).toEqual(['b.txt']);
  });

  it('with the same nonce are one message for a few minutes', async () => {
    let now = Date.UTC(2024, 0, 1);
    await using world = await openWorld({ now: () => now });
    const channel = await channelOf(world);
    const send = () => channel.send({ content: 'edition', nonce: 'slot-1', enforceNonce: true });
    const first = await send();
    const again = await send();
    expect(again.id).toBe(first.id);
    expect(again.nonce).toBe('slot-1');
    const free = await channel.send({ content: 'edition', nonce: 'slot-1' });
    expect(free.id).not.toBe(first.id);
    now += 5 * 60_000 + 1;
    expect((await send()).id).not.toBe(first.id);
    expect(world.discord.state.messages(channel.id)).toHaveLength(3);
  });

  it('do not show their nonce when they are read later', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const at = `/channels/${discord.channelId}/messages`;
    const made = await ask(discord, `POST ${at}`, { content: 'x', nonce: 'n' });
    expect(made.json.nonce).toBe('n');
    expect((await ask(discord, `GET ${at}/${made.json.id}`)).json).not.toHaveProperty('nonce');
  });

  it('can be edited by their author only', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const { id } = discord.asUser(discord.memberId).sendMessage('mine');
    const at = `/channels/${discord.channelId}/messages/${id}`;
    expect(await ask(discord, `PATCH ${at}`, { content: 'yours' })).toMatchObject({
      status: 403,
      json: { code: 50005 },
    });
    expect(await ask(discord, `DELETE ${at}`)).toMatchObject({
      status: 403,
      json: { code: 50013 },
    });
  });

  it('with Components V2 keep the flag, and ordinary ones can get it', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const at = `/channels/${discord.channelId}/messages`;
    const text = { type: 10, content: 'x' };
    const { json } = await ask(discord, `POST ${at}`, { content: 'plain' });
    const become = { flags: MessageFlags.IsComponentsV2, components: [text] };
    expect((await ask(discord, `PATCH ${at}/${json.id}`, become)).json.code).toBe(50035);
    const emptied = { ...become, content: null };
    expect((await ask(discord, `PATCH ${at}/${json.id}`, emptied)).status).toBe(200);
    expect((await ask(discord, `PATCH ${at}/${json.id}`, { content: 'x' })).json.code).toBe(50035);
    const other = { components: [text, text] };
    expect((await ask(discord, `PATCH ${at}/${json.id}`, other)).json.components).toHaveLength(2);
  });
});

describe('mentions', () => {
  const pings = async (world: World, body: object): Promise<object> => {
    const { discord } = world;
    const { json } = await ask(discord, `POST /channels/${discord.channelId}/messages`, body);
    return {
      users: json.mentions.map((user: { username: string }) => user.username),
      roles: json.mention_roles.length,
      everyone: json.mention_everyone,
    };
  };

  it('ping whom the text mentions, unless the request forbids it', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const roles = discord.state.world.guilds.get(discord.guildId)?.api.roles ?? [];
    const readers = roles.find((role) => role.mentionable);
    const moderators = roles.find((role) => role.name === 'Moderators');
    const content = `<@${discord.memberId}> <@&${readers?.id}> <@&${moderators?.id}> @everyone`;
    expect(await pings(world, { content })).toEqual({
      users: ['member'],
      roles: 1,
      everyone: false,
    });
    const nobody = { users: [], roles: 0, everyone: false };
    expect(await pings(world, { content, allowed_mentions: { parse: [] } })).toEqual(nobody);
    const one = { roles: [readers?.id] };
    expect(await pings(world, { content, allowed_mentions: one })).toEqual({ ...nobody, roles: 1 });
    const v2 = { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content }] };
    expect(await pings(world, v2)).toEqual({ users: ['member'], roles: 1, everyone: false });
  });

  it('ping everyone, and roles that are not mentionable, only with that permission', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const roles = discord.state.world.guilds.get(discord.guildId)?.api.roles ?? [];
    const moderators = roles.find((role) => role.name === 'Moderators');
    const content = `<@&${moderators?.id}> @everyone`;
    discord.state.setOverwrite(discord.channelId, discord.applicationId, {
      allow: Bits.MentionEveryone,
    });
    expect(await pings(world, { content })).toEqual({ users: [], roles: 1, everyone: true });
    expect(await pings(world, { content, allowed_mentions: { parse: ['roles'] } })).toEqual({
      users: [],
      roles: 1,
      everyone: false,
    });
  });
});

describe('permissions', () => {
  it.each([
    ['cannot see the channel', Bits.ViewChannel, { content: 'x' }, 50001],
    ['cannot send', Bits.SendMessages, { content: 'x' }, 50013],
    ['cannot embed', Bits.EmbedLinks, { embeds: [{ title: 't' }] }, 50013],
  ])('refuse a bot that %s', async (_what, denied, body, code) => {
    await using world = await openWorld();
    const { discord } = world;
    discord.state.setOverwrite(discord.channelId, discord.applicationId, { deny: denied });
    const answer = await ask(discord, `POST /channels/${discord.channelId}/messages`, body);
    expect(answer).toMatchObject({ status: 403, json: { code } });
  });

  it('refuse files of a bot that cannot attach them', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const deny = Bits.AttachFiles;
    discord.state.setOverwrite(discord.channelId, discord.applicationId, { deny });
    const channel = await channelOf(world);
    const files = [new AttachmentBuilder(Buffer.from('x'), { name: 'x.txt' })];
    await expect(channel.send({ files })).rejects.toMatchObject({ code: 50013 });
  });

  it('give an empty list to a bot that cannot read the history', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await (await channelOf(world)).send('x');
    const deny = Bits.ReadMessageHistory;
    discord.state.setOverwrite(discord.channelId, discord.applicationId, { deny });
    const at = `GET /channels/${discord.channelId}/messages`;
    expect((await ask(discord, at)).json).toEqual([]);
  });

  it('end with a deleted channel, and the bot gets an event', async () => {
    await using world = await openWorld();
    const { discord, client } = world;
    const gone = new Promise((resolve) => {
      client.once(Events.ChannelDelete, (channel) => resolve(channel.id));
    });
    discord.state.deleteChannel(discord.channelId);
    expect(await gone).toBe(discord.channelId);
    const answer = await ask(discord, `POST /channels/${discord.channelId}/messages`, {
      content: 'x',
    });
    expect(answer).toMatchObject({ status: 404, json: { code: 10003 } });
  });

  it('end when the bot is kicked from the guild, and it gets an event', async () => {
    await using world = await openWorld();
    const { discord, client } = world;
    const gone = new Promise((resolve) => {
      client.once(Events.GuildDelete, (guild) => resolve(guild.id));
    });
    discord.state.kickBot(discord.guildId);
    expect(await gone).toBe(discord.guildId);
    expect((await ask(discord, `GET /guilds/${discord.guildId}`)).json.code).toBe(10004);
    expect((await ask(discord, `GET /channels/${discord.channelId}`)).json.code).toBe(50001);
    discord.state.inviteBot(discord.guildId);
    await until(() => client.guilds.cache.has(discord.guildId), 'the guild is back');
  });

  it('allow typing', async () => {
    await using world = await openWorld();
    await (await channelOf(world)).sendTyping();
    expect(world.discord.faults.requests.at(-1)).toEqual({
      method: 'POST',
      path: `/channels/${world.discord.channelId}/typing`,
    });
  });

  it('allow direct messages to a user, except while the user blocks them', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const user = await client.users.fetch(discord.memberId);
    const message = await user.send('psst');
    const seen = discord.openDirectMessage(discord.memberId).readMessages();
    expect(seen).toMatchObject([{ id: message.id, content: 'psst' }]);
    discord.state.closeDirectMessages(discord.memberId);
    await expect(user.send('psst')).rejects.toMatchObject({ code: 50007 });
    discord.state.allowDirectMessages(discord.memberId);
    await expect(user.send('hello')).resolves.toMatchObject({ content: 'hello' });
  });

  it('allow direct messages only to users who share a guild with the bot', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const { id } = discord.state.addUser('stranger');
    discord.state.installForUser(id);
    const { api: elsewhere } = discord.state.addGuild('Elsewhere', { withBot: false });
    discord.state.addMember(elsewhere.id, id);
    const user = await client.users.fetch(id);
    await expect(user.send('psst')).rejects.toMatchObject({ status: 403, code: 50278 });
    expect(discord.openDirectMessage(id).readMessages()).toEqual([]);
    discord.state.inviteBot(elsewhere.id);
    await expect(user.send('hello')).resolves.toMatchObject({ content: 'hello' });
  });
});
