import { PermissionFlagsBits } from 'discord-api-types/v10';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessagePort } from '../../../src/delivery/message-port.ts';
import { createFetchedGuilds } from '../../../src/discord/guilds/fetched-guilds.ts';
import { createMessagePort } from '../../../src/discord/rest/create-message-port.ts';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';

const POST = 'POST /channels/:id/messages';
const MARK = 'Edition 0123456789ab';
const MESSAGE = { content: `News. ${MARK}`, allowed_mentions: { parse: [] } };

let discord: LocalDiscord;
let rest: REST;
let port: MessagePort;
/** A port over REST alone: no client logs in. */
beforeEach(async () => {
  discord = await openLocalDiscord();
  rest = new REST({ version: '10', api: discord.apiUrl }).setToken(discord.token);
  const botId = discord.state.world.application.bot.id;
  port = createMessagePort({ rest, botId, lookup: createFetchedGuilds(rest, botId) });
});
afterEach(async () => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  await discord.close();
});

const soon = (): AbortSignal => AbortSignal.timeout(5_000);
const since = new Date(Date.now() - 60_000);
const find = () => port.find({ channelId: discord.channelId, mark: MARK, since }, soon());

async function post(nonce = 'one', signal = soon()) {
  return await port.post(discord.channelId, MESSAGE, nonce, signal);
}

async function postAndReadId(): Promise<string> {
  const posted = await post();
  return posted.kind === 'posted' ? posted.messageId : posted.kind;
}

describe('posting without a gateway', () => {
  it('resolves to the message, and to the same one for the same nonce', async () => {
    const [first, second] = [await post(), await post()];
    expect(first).toEqual({ kind: 'posted', messageId: expect.stringMatching(/^\d+$/) });
    expect(second).toEqual(first);
    expect(discord.state.messages(discord.channelId)).toHaveLength(1);
  });

  it('says why Discord refused', async () => {
    discord.state.deleteChannel(discord.channelId);
    expect(await post()).toMatchObject({ kind: 'refused', reason: 'channel-gone' });
  });

  it('says that Discord did not answer in time', async () => {
    discord.faults.next(POST, { kind: 'slow', delayMs: 400 });
    expect(await post('one', AbortSignal.timeout(50))).toMatchObject({
      kind: 'unreachable',
      detail: 'Discord did not answer in time.',
    });
    await expect.poll(() => discord.state.messages(discord.channelId)).toHaveLength(1);
  });

  it('says that there was no answer', async () => {
    await discord.close();
    expect(await post()).toMatchObject({
      kind: 'unreachable',
      detail: 'Discord did not answer at all.',
    });
  });
});

describe('finding a message without a gateway', () => {
  it('tells whether it is there', async () => {
    expect(await find()).toEqual({ kind: 'absent' });
    discord.asUser(discord.memberId).sendMessage(MARK);
    expect(await find()).toEqual({ kind: 'absent' });
    const messageId = await postAndReadId();
    expect(await find()).toEqual({ kind: 'found', messageId });
  });

  it('does not call it absent if the bot may not read the history', async () => {
    await post();
    discord.state.setOverwrite(discord.channelId, discord.guildId, {
      deny: PermissionFlagsBits.ReadMessageHistory,
    });
    expect(await find()).toEqual({
      kind: 'unknown',
      why: 'the bot may not read the history of the channel',
    });
  });

  it('says that Discord cannot be reached, even if that happens while it checks the permission', async () => {
    await post();
    discord.faults.next('GET /channels/:id/messages', { kind: 'status', status: 503 }, 4);
    expect(await find()).toMatchObject({ kind: 'unreachable' });
    await discord.close();
    expect(await find()).toMatchObject({ kind: 'unreachable' });
  });
});

describe('starting a thread without a gateway', () => {
  it('resolves to the thread, even if it exists already', async () => {
    const messageId = await postAndReadId();
    const start = () => port.startThread(discord.channelId, messageId, 'News', soon());
    expect(await start()).toEqual({ kind: 'started', threadId: messageId });
    expect(await start()).toEqual({ kind: 'started', threadId: messageId });
  });

  it('says why Discord refused', async () => {
    const started = await port.startThread(discord.channelId, discord.guildId, 'News', soon());
    expect(started).toMatchObject({ kind: 'refused' });
  });
});

describe('direct messages', () => {
  const open = async (userId = discord.memberId): Promise<string> => {
    const opened = await port.openDirect(userId, soon());
    return opened.kind === 'opened' ? opened.channelId : opened.kind;
  };

  it('are opened as one channel, in which messages are posted and found', async () => {
    const channelId = await open();
    expect(await open()).toBe(channelId);
    const wanted = { channelId, mark: MARK, since };
    expect(await port.find({ ...wanted, isDirect: true }, soon())).toEqual({ kind: 'absent' });
    const posted = await port.post(channelId, MESSAGE, 'one', soon());
    expect(posted).toMatchObject({ kind: 'posted' });
    expect(await port.find({ ...wanted, isDirect: true }, soon())).toMatchObject({ kind: 'found' });
    expect(await port.find(wanted, soon())).toMatchObject({ kind: 'unknown' });
  });

  it('are refused by a person who blocks them, though they can be opened', async () => {
    discord.state.closeDirectMessages(discord.memberId);
    const posted = await port.post(await open(), MESSAGE, 'one', soon());
    expect(posted).toMatchObject({ kind: 'refused', reason: 'messages-refused' });
  });

  it('with nobody are refused', async () => {
    expect(await open('1')).toBe('refused');
  });

  it('that are opened too fast can be opened later', async () => {
    discord.faults.next('POST /users/@me/channels', { kind: 'status', status: 403, code: 40_003 });
    expect(await open()).toBe('unreachable');
    expect(await open()).toMatch(/^\d+$/u);
  });
});
