import { ChannelType, Events, type NewsChannel, type TextChannel } from 'discord.js';
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.ts';
import { openWorld } from '../testing/open-world.ts';

describe('threads', () => {
  it('start from a message, have its id and accept messages', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const channel = client.channels.cache.get(discord.channelId) as TextChannel;
    const created = new Promise((resolve) => {
      client.once(Events.ThreadCreate, (thread) => resolve(thread.name));
    });
    const message = await channel.send('news');
    const thread = await message.startThread({ name: 'Talk' });
    expect(await created).toBe('Talk');
    expect(thread.id).toBe(message.id);
    expect(thread.type).toBe(ChannelType.PublicThread);
    await thread.send('inside');
    expect(discord.state.messages(thread.id)).toMatchObject([{ content: 'inside' }]);
    expect((await ask(discord, `GET /channels/${thread.id}`)).json.message_count).toBe(1);
    await expect(message.startThread({ name: 'Twice' })).rejects.toThrow(/already/i);
  });

  it('start without a message, and as announcement threads in announcement channels', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const channel = client.channels.cache.get(discord.channelId) as TextChannel;
    const thread = await channel.threads.create({ name: 'Alone', type: ChannelType.PublicThread });
    expect(thread.parentId).toBe(discord.channelId);
    const news = client.channels.cache.find(
      (one) => one.type === ChannelType.GuildAnnouncement,
    ) as NewsChannel;
    const from = await (await news.send('x')).startThread({ name: 'News' });
    expect(from.type).toBe(ChannelType.AnnouncementThread);
  });

  it('are unarchived by a message unless they are locked', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const channel = client.channels.cache.get(discord.channelId) as TextChannel;
    const thread = await channel.threads.create({ name: 'Old', type: ChannelType.PublicThread });
    await thread.setArchived(true);
    const at = `/channels/${thread.id}`;
    expect((await ask(discord, `GET ${at}`)).json.thread_metadata.archived).toBe(true);
    expect((await ask(discord, `POST ${at}/messages`, { content: 'x' })).status).toBe(200);
    expect((await ask(discord, `GET ${at}`)).json.thread_metadata.archived).toBe(false);
    discord.state.setThread(thread.id, { archived: true, locked: true });
    expect((await ask(discord, `POST ${at}/messages`, { content: 'x' })).json.code).toBe(50013);
  });

  it('require permissions of their own for starting them and for sending messages', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const channel = client.channels.cache.get(discord.channelId) as TextChannel;
    const thread = await channel.threads.create({ name: 'Open', type: ChannelType.PublicThread });
    const deny = Bits.SendMessagesInThreads | Bits.CreatePublicThreads;
    discord.state.setOverwrite(discord.channelId, discord.applicationId, { deny });
    await expect(thread.send('x')).rejects.toMatchObject({ code: 50013 });
    await expect(
      channel.threads.create({ name: 'No', type: ChannelType.PublicThread }),
    ).rejects.toMatchObject({ code: 50013 });
    await expect(
      channel.threads.create({ name: 'No', type: ChannelType.PrivateThread }),
    ).rejects.toMatchObject({ code: 50013 });
  });

  it('are deleted with their channel', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const channel = client.channels.cache.get(discord.channelId) as TextChannel;
    const thread = await channel.threads.create({ name: 'Gone', type: ChannelType.PublicThread });
    discord.state.deleteChannel(discord.channelId);
    expect((await ask(discord, `GET /channels/${thread.id}`)).json.code).toBe(10003);
  });
});
