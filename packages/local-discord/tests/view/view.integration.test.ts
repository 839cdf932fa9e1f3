import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { OfferedCommands, View, ViewMessages } from '../../view/view.ts';
import { ask } from '../../testing/ask.ts';
import { openWorld } from '../../testing/open-world.ts';
import { askView } from '../../testing/view-reader.ts';

const threadOf = { name: 'More', type: 12 };

describe('what a user sees', () => {
  it('includes users, servers, members and channels in order', async () => {
    await using world = await openWorld();
    const { json } = await askView<View>(world.discord, 'view');
    expect(json.me.username).toBe('manager');
    expect(json.people.map((user) => user.username)).toEqual([
      'owner',
      'manager',
      'member',
      'reader',
    ]);
    const [guild] = json.guilds;
    expect(guild?.members.map(({ user }) => user.username)).toContain('Test Bot');
    expect(guild?.channels.map(({ name, topic }) => [name, topic])[0]).toEqual([
      'world-news',
      'Headlines and digests, all day long',
    ]);
    expect(json.direct).toMatchObject({ type: 1, name: 'Test Bot', canSend: true });
  });

  it('includes the bot’s hints', async () => {
    const hints = [{ command: 'ping', line: 'ping', words: 'See whether it answers' }];
    await using world = await openWorld({ hints });
    expect((await askView<View>(world.discord, 'view')).json.hints).toEqual(hints);
  });

  it('excludes hidden channels, and marks those in which they cannot send messages', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const { state, guildId } = discord;
    const hidden = state.addChannel(guildId, 'hidden');
    state.setOverwrite(hidden.id, guildId, { deny: Bits.ViewChannel });
    const mute = state.addChannel(guildId, 'mute');
    state.setOverwrite(mute.id, guildId, { deny: Bits.SendMessages });
    const { json } = await askView<View>(discord, 'view?as=member');
    const channels = json.guilds[0]?.channels ?? [];
    expect(channels.map(({ name }) => name)).not.toContain('hidden');
    expect(channels.find(({ name }) => name === 'mute')).toMatchObject({ canSend: false });
    expect((await askView(discord, `messages?as=member&in=${hidden.id}`)).status).toBe(404);
    expect((await askView(discord, `commands?as=member&in=${hidden.id}`)).status).toBe(404);
    const owner = await askView<View>(discord, 'view?as=owner');
    expect(owner.json.guilds[0]?.channels.map(({ name }) => name)).toContain('hidden');
  });

  it('includes threads after their channel, private ones only for moderators', async () => {
    await using world = await openWorld();
    const { discord } = world;
    discord.state.setOverwrite(discord.channelId, world.client.user.id, {
      allow: Bits.CreatePrivateThreads,
    });
    const path = `POST /channels/${discord.channelId}/threads`;
    const open = await ask(discord, path, { name: 'Open', type: 11 });
    const closed = await ask(discord, path, threadOf);
    expect([open.status, closed.status]).toEqual([201, 201]);
    const namesOf = async (as: string) =>
      (await askView<View>(discord, `view?as=${as}`)).json.guilds[0]?.channels
        .slice(0, 3)
        .map(({ name }) => name);
    expect(await namesOf('manager')).toEqual(['world-news', 'Open', 'More']);
    expect(await namesOf('member')).toEqual(['world-news', 'Open', 'general']);
  });

  it('excludes servers and DM channels of others', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const other = discord.state.addGuild('Elsewhere');
    discord.openDirectMessage(discord.memberId).sendMessage('between us');
    const { json } = await askView<View>(discord, 'view?as=reader');
    expect(json.guilds.map(({ id }) => id)).not.toContain(other.api.id);
    const member = await askView<View>(discord, 'view?as=member');
    const at = `messages?as=reader&in=${member.json.direct.id}`;
    expect((await askView(discord, at)).status).toBe(404);
    const own = await askView<ViewMessages>(discord, 'messages?as=member&in=direct');
    expect(own.json.messages).toMatchObject([{ content: 'between us' }]);
  });

  it.each(['view?as=nobody', 'view?as=Test%20Bot', 'messages?as=nobody', 'events?as=nobody'])(
    'is 404 for %s',
    async (path) => {
      await using world = await openWorld();
      expect(await askView(world.discord, path)).toMatchObject({
        status: 404,
        json: { error: expect.stringContaining('no such') },
      });
    },
  );
});

describe('the commands that a user is offered', () => {
  it('are those that they may run in the channel', async () => {
    await using world = await openWorld();
    await world.client.application.commands.set([
      { name: 'all', description: 'd' },
      { name: 'some', description: 'd', defaultMemberPermissions: Bits.ManageGuild },
      { name: 'here', description: 'd', contexts: [0] },
    ]);
    const namesOf = async (query: string) =>
      (await askView<OfferedCommands>(world.discord, `commands?${query}`)).json.commands.map(
        ({ name }) => name,
      );
    expect(await namesOf('as=manager')).toEqual(['all', 'some', 'here']);
    expect(await namesOf('as=member')).toEqual(['all', 'here']);
    expect(await namesOf('as=member&in=direct')).toEqual(['all', 'some']);
  });
});

describe('the messages that a user sees', () => {
  it('are the public ones and their own ephemeral ones', async () => {
    await using world = await openWorld({}, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'for you', flags: 'Ephemeral' });
    });
    await world.client.application.commands.set([{ name: 'secret', description: 'd' }]);
    const { discord } = world;
    discord.asUser(discord.managerId).sendMessage('for all');
    await discord.asUser(discord.memberId).runCommand('secret');
    const seenBy = async (as: string) =>
      (await askView<ViewMessages>(discord, `messages?as=${as}`)).json.messages.map(
        ({ content }) => content,
      );
    expect(await seenBy('member')).toEqual(['for all', 'for you']);
    expect(await seenBy('manager')).toEqual(['for all']);
  });

  it('exclude earlier ones without the permission to read the history', async () => {
    await using world = await openWorld();
    const { discord } = world;
    discord.asUser(discord.managerId).sendMessage('earlier');
    discord.state.setOverwrite(discord.channelId, discord.memberId, {
      deny: Bits.ReadMessageHistory,
    });
    const { json } = await askView<ViewMessages>(discord, 'messages?as=member');
    expect(json.messages).toEqual([]);
  });
});
