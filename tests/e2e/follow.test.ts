import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActingUser, OptionValues } from '@dateline/local-discord';
import type { Article } from '../../src/article/article.ts';
import { openDelivery, type Delivery } from '../../src/run/open-delivery.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { buildCoverage } from '../support/build-coverage.ts';
import { buildReport } from '../support/build-news.ts';
import { collectLog } from '../support/collect-log.ts';
import { isEphemeral, messageOf, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const HOUR_MS = 3_600_000;
const SOURCES = ['Harbour Post', 'Northlight', 'Quillfeather', 'Meridian Wire'];

/** The evening before the first slot. Discord answers by its own clock, so ours begins at the real day. */
const DAY = new Date(Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS);
const EVENING = new Date(DAY.getTime() + 20 * HOUR_MS);

let world: RunningBot;
let delivery: Delivery;
let now: Date;
beforeEach(async () => {
  now = EVENING;
  world = await runBot({
    now: () => now,
    env: { ARTICLE_FOLDERS: 'tests/support/no-such-folder' },
  });
  const { log } = collectLog();
  delivery = openDelivery({
    app: world.app,
    bot: world.bot,
    attachPictures: createAttachPictures(renderPng, log),
    clock: () => now,
    graceMs: 2 * HOUR_MS,
    log,
  });
});
afterEach(async () => {
  await delivery.close();
  await world.close();
});

/** An hour after the evening began: the first slot is at 12. */
const after = (hours: number): Date => new Date(EVENING.getTime() + hours * HOUR_MS);

async function publish(articles: readonly Article[]): Promise<void> {
  await world.app.store.articles.putMany(articles, now);
  await expect.poll(() => articles.every(({ id }) => world.app.services.index.has(id))).toBe(true);
}

async function passTo(hours: number): Promise<void> {
  now = after(hours);
  await delivery.catchUp();
}

/** Reports on the flood so many hours after the evening began. */
const flood = (...hours: number[]): Article[] =>
  buildCoverage('flood', SOURCES.slice(0, hours.length), (at) => after(hours[at]!).toISOString());

const reader = (): ActingUser => world.discord.asUser(world.discord.memberId);
const direct = (): ActingUser => world.discord.openDirectMessage(world.discord.memberId);
const received = (): APIMessage[] => direct().readMessages();
const shown = (message: APIMessage | undefined): string => unescapeMarkdown(textOf(message!));

/** What is in any channel of the server for more than one person. */
function inServer(): APIMessage[] {
  const { state, guildId } = world.discord;
  return state.channels(guildId).flatMap(({ id }) => state.messages(id));
}

async function run(name: string, options: OptionValues = {}): Promise<string> {
  const message = messageOf(await reader().runCommand(name, options));
  expect(isEphemeral(message)).toBe(true);
  return shown(message);
}

describe('a person who follows a topic', () => {
  it('gets it by direct message at their time, once, and finds it again there', async () => {
    const followed = await run('follow add', { topic: 'dike', time: '08:00', zone: 'UTC' });
    expect(followed).toContain('every day at 08:00, UTC');
    await publish([...flood(1, 2), buildReport('comet', 'Northlight', after(1).toISOString())]);
    await passTo(11.9);
    expect(received()).toEqual([]);
    for (const hours of [12, 12.01, 12.5]) await passTo(hours);
    const [digest, ...others] = received();
    expect(others).toEqual([]);
    expect(shown(digest)).toMatch(
      /^-# You follow this\. `\/follow remove` stops it\.\n## dike · /u,
    );
    expect(shown(digest)).toMatch(/\[(?:.*)(?:Anse|Marrow)/u);
    expect(shown(digest)).not.toContain('comet');
    const history = messageOf(await direct().runCommand('digest history'));
    expect(shown(history)).toContain('1 story · posted');
    // Nothing of it is in the server.
    expect(inServer()).toEqual([]);
    expect(await run('digest history')).toContain('There are none yet');
  });

  it('is told by the list when their settings refuse it, and starts again', async () => {
    const { state, memberId } = world.discord;
    await run('follow add', { topic: 'dike', zone: 'UTC' });
    await publish(flood(1, 2));
    state.closeDirectMessages(memberId);
    await passTo(12);
    await passTo(13);
    const list = await run('follow list');
    expect(list).toMatch(
      /\*\*Stopped\*\* <t:\d+:R>: Your settings refuse direct messages of the bot\./u,
    );
    expect(received()).toEqual([]);
    // The server's managers are not told what somebody follows.
    expect(inServer()).toEqual([]);
    state.allowDirectMessages(memberId);
    await passTo(36);
    expect(received()).toEqual([]);
    expect(await run('follow add', { topic: 'dike' })).toContain('## Changed');
    await publish([buildReport('flood', 'Quillfeather', after(50).toISOString())]);
    await passTo(60);
    expect(received()).toHaveLength(1);
    expect(await run('follow list')).toContain('Next <t:');
  });

  it('gets nothing more after they removed it', async () => {
    await run('follow add', { topic: 'dike', zone: 'UTC' });
    const choices = await reader().autocomplete('follow remove', { option: 'follow', value: '' });
    const [choice] = choices.kind === 'choices' ? choices.choices : [];
    expect(choice?.name).toMatch(/^dike · /u);
    await run('follow remove', { follow: String(choice?.value) });
    await publish(flood(1, 2));
    await passTo(12);
    expect(received()).toEqual([]);
  });
});

describe('a person who follows a story', () => {
  it('gets only that one, and then only what is new of it', async () => {
    await publish([...flood(-2, -1), buildReport('comet', 'Northlight', after(-1).toISOString())]);
    const choices = await reader().autocomplete('follow add', { option: 'story', value: 'anse' });
    const story = choices.kind === 'choices' ? String(choices.choices[0]?.value) : '';
    await run('follow add', { story, zone: 'UTC' });
    await passTo(12);
    expect(received()).toHaveLength(1);
    expect(shown(received()[0])).not.toContain('comet');
    await passTo(36);
    expect(received()).toHaveLength(1);
    now = after(40);
    await publish(flood(-2, -1, 38, 39).slice(2));
    await passTo(60);
    expect(received()).toHaveLength(2);
    expect(shown(received()[1])).toContain('**Update**');
  });
});

describe('a follow with an alert', () => {
  it('comes at once when enough publishers report it, once, and counts as told', async () => {
    const added = await run('follow add', { topic: 'dike', zone: 'UTC', alert: '3 in 6 hours' });
    expect(added).toContain('at once: 3 publishers in 6 hours, at most 3 a day');
    now = after(2);
    await publish(flood(1, 2));
    await passTo(2.1);
    expect(received()).toEqual([]);
    now = after(3);
    await publish(flood(1, 2, 3));
    for (const hours of [3.1, 3.2, 5]) await passTo(hours);
    expect(received()).toHaveLength(1);
    expect(shown(received()[0])).toContain('## Alert · dike');
    expect(shown(received()[0])).toContain(
      '3 publishers report this independently, within 6 hours',
    );
    await passTo(12);
    expect(received()).toHaveLength(1);
  });
});

describe('the articles of a server’s own sources', () => {
  it('are in no follow of its members', async () => {
    const { guildId } = world.discord;
    const own = buildReport('strike', 'Crew Letter', after(1).toISOString(), { onlyFor: guildId });
    await publish([own]);
    const choices = await reader().autocomplete('follow add', { option: 'story', value: 'ferry' });
    expect(choices).toMatchObject({ kind: 'choices', choices: [] });
    await run('follow add', { topic: 'ferry', zone: 'UTC', alert: '1' });
    now = after(1.1);
    await passTo(2);
    await passTo(12);
    expect(received()).toEqual([]);
  });
});

describe('a person who installed the bot for themselves', () => {
  it('follows in a server without it, is refused by Discord, and gets it where they share a server', async () => {
    const { state } = world.discord;
    const { id: userId } = state.addUser('traveller');
    const { api } = state.addGuild('Elsewhere', { withBot: false });
    const channel = state.addChannel(api.id, 'talk');
    state.addMember(api.id, userId);
    state.installForUser(userId);
    const traveller = world.discord.asUser(userId, { channelId: channel.id });
    const followed = messageOf(
      await traveller.runCommand('follow add', { topic: 'dike', zone: 'UTC' }),
    );
    expect(shown(followed)).toContain('Followed');
    const own = world.discord.openDirectMessage(userId);
    const list = messageOf(await own.runCommand('follow list'));
    expect(shown(list)).toContain('You follow 1 of at most 10');
    const ofBot = () => own.readMessages().filter((one) => !isEphemeral(one));
    await publish(flood(1, 2));
    await passTo(12);
    expect(ofBot()).toEqual([]);
    expect(shown(messageOf(await own.runCommand('follow list')))).toMatch(
      /\*\*Stopped\*\* <t:\d+:R>: Discord takes the bot’s messages only for people who share a server/u,
    );
    state.addMember(world.discord.guildId, userId);
    await own.runCommand('follow add', { topic: 'dike' });
    await publish([buildReport('flood', 'Quillfeather', after(26).toISOString())]);
    await passTo(36);
    expect(ofBot()).toHaveLength(1);
  });
});
