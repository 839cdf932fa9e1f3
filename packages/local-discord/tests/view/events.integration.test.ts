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

/** Opens a Discord with a bot that defers, answers, follows up and deletes, all in ephemeral messages. */
async function openWithEphemeral() {
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

describe('a user’s stream', () => {
  it('has the messages, edits and deletions of channels that the user sees', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const at = `/channels/${discord.channelId}/messages`;
    const { json: posted } = await ask(discord, `POST ${at}`, { content: 'one' });
    await ask(discord, `PATCH ${at}/${posted.id}`, { content: 'two' });
    await ask(discord, `DELETE ${at}/${posted.id}`);
    await until(() => reader.events.length === 3, 'all events have arrived');
    const channelId = discord.channelId;
    expect(reader.events).toMatchObject([
      { kind: 'message', channelId, message: { id: posted.id, content: 'one' } },
      { kind: 'message-edit', channelId, message: { id: posted.id, content: 'two' } },
      { kind: 'message-delete', channelId, messageId: posted.id },
    ]);
  });

  it('has nothing from hidden channels or other users’ DM channels', async () => {
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
    await until(() => reader.events.length > 0, 'an event has arrived');
    expect(reader.events).toMatchObject([{ message: { content: 'seen' } }]);
  });

  it('has a view event if channels, threads or commands change', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const viewEvents = () => reader.events.filter(({ kind }) => kind === 'view').length;
    discord.state.addChannel(discord.guildId, 'new');
    await until(() => viewEvents() === 1, 'the channel’s event has arrived');
    await world.client.application.commands.set(commands);
    await until(() => viewEvents() === 2, 'the commands’ event has arrived');
    const at = `/channels/${discord.channelId}/messages`;
    const { json: posted } = await ask(discord, `POST ${at}`, { content: 'one' });
    await ask(discord, `POST ${at}/${posted.id}/threads`, { name: 'More' });
    await until(() => viewEvents() === 3, 'the thread’s event has arrived');
    const edits = reader.events.filter(({ kind }) => kind === 'message-edit');
    expect(edits).toMatchObject([{ message: { thread: { name: 'More' } } }]);
  });

  it('has every event after it was opened', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    for (let i = 0; i < 50; i += 1) discord.asUser(discord.managerId).sendMessage(`${i}`);
    await until(() => reader.events.length === 50, 'all events have arrived');
    expect(reader.events.at(-1)).toMatchObject({ message: { content: '49' } });
  });

  it('sends heartbeats', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const discord = await openLocalDiscord();
    await using reader = await readView(discord, 'member');
    vi.advanceTimersByTime(streamLimits.heartbeatMs);
    await until(() => reader.text.includes(': still here\n\n'), 'a heartbeat has arrived');
    expect(reader.events).toEqual([]);
    await discord.close();
  });

  it('ends if the reader is too far behind', async () => {
    await using world = await openWorld();
    const { discord } = world;
    await using reader = await readView(discord, 'member');
    const user = discord.asUser(discord.managerId);
    for (let i = 0; i <= streamLimits.eventsBehind; i += 1) user.sendMessage('x');
    await until(() => reader.isOver, 'the stream is over');
    expect(reader.events.length).toBeLessThanOrEqual(streamLimits.eventsBehind);
  });

  it('ends when the Discord closes', async () => {
    const discord = await openLocalDiscord();
    await using reader = await readView(discord, 'member');
    await discord.close();
    await until(() => reader.isOver, 'the stream is over');
    expect(reader.text).toBe(': listening\n\n');
  });
});

describe('an ephemeral message', () => {
  it('is created, edited and deleted in its user’s stream only', async () => {
    await using world = await openWithEphemeral();
    const { discord } = world;
    await using own = await readView(discord, 'member');
    await using other = await readView(discord, 'owner');
    await discord.asUser(discord.memberId).runCommand('secret');
    const kinds = () => own.events.map(({ kind }) => kind);
    await until(() => kinds().includes('message-delete'), 'the last event has arrived');
    expect(kinds()).toEqual(['message', 'message-edit', 'message', 'message-delete']);
    const [thinking] = own.events;
    expect(thinking).toMatchObject({ message: { flags: 64 + 128 } });
    discord.asUser(discord.memberId).sendMessage('to all');
    await until(() => other.events.length > 0, 'an event has arrived at the other user');
    expect(other.text).not.toContain('answer');
    expect(other.events).toMatchObject([{ message: { content: 'to all' } }]);
  });

  it('is never sent to a bot, whatever its intents', async () => {
    await using world = await openWithEphemeral();
    const { discord } = world;
    discord.state.world.application.privilegedIntents = 1 << 15;
    // A second session of the same bot, with all message intents and the message content intent.
    const client = await logIn(discord, { intents: [1, 1 << 9, 1 << 12, 1 << 15] });
    const received: string[] = [];
    client.on('raw', ({ t }: { t: string }) => received.push(t));
    await discord.asUser(discord.memberId).runCommand('secret');
    discord.asUser(discord.memberId).sendMessage('to all');
    await until(
      () => received.includes('MESSAGE_CREATE'),
      'the bot has received the public message',
    );
    expect(received).toEqual(['INTERACTION_CREATE', 'MESSAGE_CREATE']);
    await client.destroy();
  });
});
