import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActingUser } from '@dateline/local-discord';
import { editionKey } from '../../src/digest/edition.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { buildEdition } from '../support/build-subscription.ts';
import { isEphemeral, lastMessageOf, messageOf, settle, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const NOW = new Date('2025-02-01T09:00:00.000Z');
const HOSTILE = '@everyone <@&1> [x](https://evil.example) **b** `c` ||d|| \u202egnp';

let world: RunningBot;
/** The same person manages both servers. */
let here: ActingUser;
let there: ActingUser;
let thereChannel: string;
let scheduleId: string;

beforeAll(async () => {
  world = await runBot({ now: () => NOW });
  const { discord, app } = world;
  here = discord.asUser(discord.managerId);
  const { id: guildId } = discord.state.addGuild('Elsewhere', { ownerId: discord.managerId }).api;
  thereChannel = discord.state.addChannel(guildId, 'secrets').id;
  there = discord.asUser(discord.managerId, { channelId: thereChannel });
  await vi.waitUntil(() => world.bot.client.channels.cache.has(thereChannel));
  const added = await here.runCommand('schedule add', { time: '08:00', topics: 'earthquake' });
  scheduleId = /`([0-9a-f]{8})`/u.exec(textOf(messageOf(added)))?.[1] ?? '';
  const edition = buildEdition({
    id: 'abcabcabcabc',
    subscriptionId: scheduleId,
    guildId: discord.guildId,
    channelId: discord.channelId,
    slot: '2025-01-31T08:00:00.000Z',
    digest: buildDigest({ stories: [buildDigestStory({ headline: 'Ours alone' })] }),
  });
  await app.services.editions.put(editionKey(edition), edition);
});
afterAll(() => world.close());

/** The text of a message that only the requester sees. */
async function adviceOf(user: ActingUser, name: string, options = {}): Promise<string> {
  const message = lastMessageOf(await settle(user, await user.runCommand(name, options)));
  expect(isEphemeral(message)).toBe(true);
  return textOf(message);
}

describe('what belongs to one server', () => {
  it('is shown in that server', async () => {
    expect(await adviceOf(here, 'schedule list')).toContain(scheduleId);
    expect(await adviceOf(here, 'status')).toContain('posted');
    expect(await adviceOf(here, 'digest history')).toContain('abcabcabcabc');
    expect(await adviceOf(here, 'digest show', { edition: 'abcabcabcabc' })).toContain(
      'Ours alone',
    );
  });

  it.each([
    ['schedule list', {}, '0 schedules'],
    ['status', {}, 'None yet.'],
    ['digest history', {}, 'There are none yet.'],
    ['digest show', { edition: 'abcabcabcabc' }, 'no digest with that id'],
    ['digest show', { edition: '2025-01-31' }, 'no digest with that id'],
  ])('is not shown in another server by /%s %o', async (name, options, expected) => {
    const text = await adviceOf(there, name, options);
    expect(text).toContain(expected);
    expect(text).not.toContain(scheduleId);
  });

  it.each(['edit', 'pause', 'resume', 'remove', 'preview'])(
    'cannot be used by /schedule %s in another server, even with its id',
    async (subcommand) => {
      const changes = subcommand === 'edit' ? { time: '09:00' } : {};
      const name = `schedule ${subcommand}`;
      const text = await adviceOf(there, name, { schedule: scheduleId, ...changes });
      expect(text).toContain('This server has no such schedule.');
    },
  );

  it.each([
    ['schedule edit', 'schedule'],
    ['digest show', 'edition'],
  ])('is not suggested in another server by /%s', async (name, option) => {
    for (const value of ['', scheduleId, 'abc'])
      expect(await there.autocomplete(name, { option, value })).toMatchObject({ choices: [] });
    const own = await here.autocomplete(name, { option, value: '' });
    expect(own.kind === 'choices' && own.choices.length).toBeGreaterThan(0);
  });

  it('cannot post in a channel of another server', async () => {
    const add = { time: '08:00', channel: thereChannel };
    expect(await adviceOf(here, 'schedule add', add)).toContain('no such channel');
    const edit = { schedule: scheduleId, channel: thereChannel };
    expect(await adviceOf(here, 'schedule edit', edit)).toContain('no such channel');
  });
});

describe('a manager who plans a digest is warned', () => {
  let count = 0;
  /** Names that tell digests apart which are otherwise the same. */
  const named = () => ({ time: '08:00', name: `Digest ${(count += 1)}` });

  it('about permissions that the bot lacks in the channel, until it has them', async () => {
    const { state, guildId } = world.discord;
    const { id: channel } = state.addChannel(guildId, 'closed');
    const { SendMessages, CreatePublicThreads } = PermissionFlagsBits;
    state.setOverwrite(channel, guildId, { deny: SendMessages | CreatePublicThreads });
    const planned = () =>
      adviceOf(here, 'schedule add', { ...named(), channel, thread: 'for discussion' });
    await expect.poll(planned).toContain('I need there: Send Messages.');
    expect(await planned()).toContain('I need there: Create Public Threads.');
    state.setOverwrite(channel, guildId, {});
    await expect.poll(planned).not.toContain('I need there');
  });

  it('about a role that nobody can mention', async () => {
    const { state, guildId } = world.discord;
    const quiet = state.addRole(guildId, 'Quiet', { mentionable: false });
    const open = state.addRole(guildId, 'Open', { mentionable: true });
    const planned = (role: string) => adviceOf(here, 'schedule add', { ...named(), role });
    await expect.poll(() => planned(quiet.id)).toContain('will be notified yet');
    await expect.poll(() => planned(open.id)).not.toContain('will be notified yet');
  });
});

describe('text by managers', () => {
  it('mentions nobody and is shown as typed everywhere', async () => {
    const { discord } = world;
    discord.state.addRole(discord.guildId, HOSTILE, { mentionable: true });
    const options = { time: '08:00', topics: `"${HOSTILE}"`, sources: HOSTILE };
    const added = messageOf(await here.runCommand('schedule add', options));
    const id = /`([0-9a-f]{8})`/u.exec(textOf(added))?.[1] ?? '';
    const wrong = ['cron', 'time', 'days', 'zone'].map((name) =>
      here.runCommand('schedule edit', { schedule: id, [name]: HOSTILE.slice(0, 60) }),
    );
    const outcomes = await Promise.all([
      here.runCommand('schedule list'),
      here.runCommand('schedule preview', { schedule: id }),
      here.runCommand('schedule pause', { schedule: id }),
      here.runCommand('status'),
      here.runCommand('schedule remove', { schedule: id }),
      ...wrong,
    ]);
    for (const message of [added, ...outcomes.map(lastMessageOf)]) {
      expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
      const bare = textOf(message).replaceAll(/\\[^0-9A-Za-z\s]/gu, '');
      expect(bare).not.toMatch(/@everyone|<@&1>|\]\(https|\u202e|\|\|/u);
    }
    const shown = unescapeMarkdown(textOf(added));
    expect(shown).toContain('@everyone <@&1> [x](https://evil.example)');
  });

  it('plans digests for a thread if it is typed there', async () => {
    const { discord } = world;
    const { threads } = await openThread();
    const inThread = discord.asUser(discord.managerId, { channelId: threads[0]?.id ?? '' });
    const text = await adviceOf(inThread, 'schedule add', { time: '08:00' });
    expect(text).toContain(`<#${threads[0]?.id}>`);
    expect(text).not.toContain('I need there');
  });
});

async function openThread() {
  const { discord, bot } = world;
  const { id } = here.sendMessage('Let us talk.');
  await bot.client.rest.post(`/channels/${discord.channelId}/messages/${id}/threads`, {
    body: { name: 'Talk' },
  });
  const threads = discord.state
    .channels(discord.guildId)
    .filter(({ type }) => type === ChannelType.PublicThread);
  await expect.poll(() => bot.client.channels.cache.has(threads[0]?.id ?? '')).toBe(true);
  return { threads };
}
