import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLocalDiscord } from '../../local-discord.ts';
import { streamLimits } from '../../view/stream-events.ts';
import { ask } from '../../testing/ask.ts';
import { logIn } from '../../testing/log-in.ts';
import { openWorld } from '../../testing/open-world.ts';
import { until } from '../../testing/until.ts';
import { readView } from '../../testing/view-reader.ts';

afterEach(() => {
  vi.useRealTimers();
});

const commands = [{ name: 'secret', description: 'd' }];

/** A bot that thinks, answers, follows up and deletes, all before one pair of eyes. */
async function openSecretive() {
  const world = await openWorld({}, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: 'Ephemeral' });
    await interaction.editReply('answer');
    const more = await interaction.followUp({ content: 'more', flags: 'Ephemeral' });
    await interaction.deleteReply(more);
  });
  await world.client.application.commands.set(commands);
  return world;
}

describe('the stream of a user', () => {
  it('tells of messages, edits and deletions in channels that they see', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const at = `/channels/${discord.channelId}/messages`;
    const { json: posted } = await ask(discord, `POST ${at}`, { content: 'one' });
    await ask(discord, `PATCH ${at}/${posted.id}`, { content: 'two' });
    await ask(discord, `DELETE ${at}/${posted.id}`);
    await until(() => reader.events.length === 3, 'all has been told');
    const channelId = discord.channelId;
    expect(reader.events).toMatchObject([
      { kind: 'message', channelId, message: { id: posted.id, content: 'one' } },
      { kind: 'message-edit', channelId, message: { id: posted.id, content: 'two' } },
      { kind: 'message-delete', channelId, messageId: posted.id },
    ]);
  });

  it('says nothing of channels hidden from them, nor of what others talk about with the bot', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const hidden = discord.state.addChannel(discord.guildId, 'hidden');
    discord.state.setOverwrite(hidden.id, discord.guildId, { deny: Bits.ViewChannel });
    await using reader = await readView(discord, 'member');
    discord
      .asUser(discord.state.world.application.ownerId, { channelId: hidden.id })
      .sendMessage('x');
    discord.openDirectMessage(discord.managerId).sendMessage('y');
    discord.asUser(discord.managerId).sendMessage('seen');
    await until(() => reader.events.length > 0, 'something has been told');
    expect(reader.events).toMatchObject([{ message: { content: 'seen' } }]);
  });

  it('asks to look again when channels, threads or commands are others', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const asked = () => reader.events.filter(({ kind }) => kind === 'view').length;
    discord.state.addChannel(discord.guildId, 'new');
    await until(() => asked() === 1, 'a channel is new');
    await world.client.application.commands.set(commands);
    await until(() => asked() === 2, 'commands are new');
    const at = `/channels/${discord.channelId}/messages`;
    const { json: posted } = await ask(discord, `POST ${at}`, { content: 'one' });
    await ask(discord, `POST ${at}/${posted.id}/threads`, { name: 'More' });
    await until(() => asked() === 3, 'a thread is new');
    const edits = reader.events.filter(({ kind }) => kind === 'message-edit');
    expect(edits).toMatchObject([{ message: { thread: { name: 'More' } } }]);
  });

  it('loses nothing between its beginning and what is asked for after', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    for (let i = 0; i < 50; i += 1) discord.asUser(discord.managerId).sendMessage(`${i}`);
    await until(() => reader.events.length === 50, 'all has been told');
    expect(reader.events.at(-1)).toMatchObject({ message: { content: '49' } });
  });

  it('sends something now and then where nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const discord = await openLocalDiscord();
    await using reader = await readView(discord, 'member');
    vi.advanceTimersByTime(streamLimits.heartbeatMs);
    await until(() => reader.text.includes(': still here\n\n'), 'a sign of life has come');
    expect(reader.events).toEqual([]);
    await discord.close();
  });

  it('cuts off who is too far behind, rather than remember everything for them', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const user = discord.asUser(discord.managerId);
    for (let i = 0; i <= streamLimits.eventsBehind; i += 1) user.sendMessage('x');
    await until(() => reader.isOver, 'the stream is over');
    expect(reader.events.length).toBeLessThanOrEqual(streamLimits.eventsBehind);
  });

  it('ends with the reader and with the Discord, which closes in spite of it', async () => {
    const discord = await openLocalDiscord();
    await using reader = await readView(discord, 'member');
    await discord.close();
    await until(() => reader.isOver, 'the stream is over');
    expect(reader.text).toBe(': listening\n\n');
  });
});

describe('an ephemeral message', () => {
  it('comes, changes and goes before the one who sees it', async () => {
    await using world = await openSecretive();
    const { discord } = world;
    await using own = await readView(discord, 'member');
    await using other = await readView(discord, 'owner');
    await discord.asUser(discord.memberId).runCommand('secret');
    const kinds = () => own.events.map(({ kind }) => kind);
    await until(() => kinds().includes('message-delete'), 'the last has been told');
    expect(kinds()).toEqual(['message', 'message-edit', 'message', 'message-delete']);
    const [thinking] = own.events;
    expect(thinking).toMatchObject({ message: { flags: 64 + 128 } });
    discord.asUser(discord.memberId).sendMessage('to all');
    await until(() => other.events.length > 0, 'something has been told to others');
    expect(other.text).not.toContain('answer');
    expect(other.events).toMatchObject([{ message: { content: 'to all' } }]);
  });

  it('is never told to a bot, whatever it listens to', async () => {
    await using world = await openSecretive();
    const { discord } = world;
    discord.state.world.application.privilegedIntents = 1 << 15;
    // A second session of the same bot: all message intents, and the content of messages.
    const client = await logIn(discord, { intents: [1, 1 << 9, 1 << 12, 1 << 15] });
    const heard: string[] = [];
    client.on('raw', ({ t }: { t: string }) => heard.push(t));
    await discord.asUser(discord.memberId).runCommand('secret');
    discord.asUser(discord.memberId).sendMessage('to all');
    await until(() => heard.includes('MESSAGE_CREATE'), 'the bot heard what all see');
    expect(heard).toEqual(['INTERACTION_CREATE', 'MESSAGE_CREATE']);
    await client.destroy();
  });
});
