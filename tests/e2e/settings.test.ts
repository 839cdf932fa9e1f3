import { Locale, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActingUser, Outcome } from '@dateline/local-discord';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { openDelivery, type Delivery } from '../../src/run/open-delivery.ts';
import { buildNewsOfOneEvent, GREEK_OR_CZECH, PUBLISHERS } from '../support/news-of-one-event.ts';
import { collectLog } from '../support/collect-log.ts';
import { lastMessageOf, settle, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';
import { unescapeMarkdown } from '../support/shown-text.ts';

const HOUR_MS = 3_600_000;
/** Discord stamps messages by its own clock, so ours begins at the real day. */
const DAY = new Date(Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS);

/** For a busy machine. */
const PATIENCE = { timeout: 30_000 };

let world: RunningBot;
let delivery: Delivery;
let now = new Date(DAY.getTime() + 10 * HOUR_MS);
let channel: string;
let manager: ActingUser;
let reader: ActingUser;

beforeAll(async () => {
  world = await runBot({
    now: () => now,
    env: { ARTICLE_FOLDERS: 'tests/support/no-such-folder', DEFAULT_ZONE: 'Europe/Paris' },
  });
  const { discord, app, bot } = world;
  const { state } = discord;
  const guild = state.addGuild('Lesesaal', {
    ownerId: discord.managerId,
    withBot: false,
    communityLocale: Locale.German,
  });
  channel = state.addChannel(guild.api.id, 'nachrichten').id;
  state.addMember(guild.api.id, discord.memberId);
  state.inviteBot(guild.api.id);
  await vi.waitUntil(() => bot.client.channels.cache.has(channel), PATIENCE);
  manager = discord.asUser(discord.managerId, { channelId: channel, locale: Locale.German });
  reader = discord.asUser(discord.memberId, { channelId: channel, locale: Locale.German });
  const articles = buildNewsOfOneEvent(now);
  await app.store.articles.putMany(articles, now);
  await vi.waitUntil(() => articles.every(({ id }) => app.services.index.has(id)), PATIENCE);
  const { log } = collectLog();
  const attachPictures = createAttachPictures(renderPng, log);
  const clock = (): Date => now;
  delivery = openDelivery({ app, bot, attachPictures, clock, graceMs: 2 * HOUR_MS, log });
  await delivery.catchUp();
});
afterAll(async () => {
  await delivery.close();
  await world.close();
});

/** What a message says, with all that its menus offer. */
function readWhole(message: APIMessage): string {
  return unescapeMarkdown(JSON.stringify(message.components) + textOf(message));
}

async function say(user: ActingUser, name: string, options = {}): Promise<string> {
  return readWhole(lastMessageOf(await settle(user, await user.runCommand(name, options))));
}

async function suggest(name: string, option: string, value: string, options = {}) {
  const outcome: Outcome = await manager.autocomplete(name, { option, value }, options);
  return outcome.kind === 'choices' ? outcome.choices.map((choice) => choice.name) : [];
}

const title = { de: 'Staudamm von Vintermark', en: 'Vintermark dam breaks' } as const;

describe('in a server whose locale is German', () => {
  it.each([
    ['latest', {}],
    ['search', { query: 'Vintermark' }],
    ['ask', { question: 'Wer ist Harald Brandvik?' }],
    ['stories', {}],
    ['digest now', {}],
    ['story', { story: 'Vintermark' }],
    ['story', { story: 'Vintermark', view: 'articles' }],
    ['story', { story: 'Vintermark', view: 'coverage' }],
    ['story', { story: 'Vintermark', view: 'quotations' }],
    ['story', { story: 'Vintermark', view: 'timeline' }],
    ['story', { story: 'Vintermark', view: 'figures' }],
    ['summarize', { article: 'Vintermark' }],
  ])('/%s %o shows German articles, and no others', async (name, options) => {
    const text = await say(reader, name, options);
    expect(text).not.toMatch(GREEK_OR_CZECH);
    expect(text).not.toContain(title.en);
    expect(text).not.toMatch(/Harbour Post|Meridian Wire/u);
    expect(text).toMatch(/Vintermark|Nothing in the store/u);
  });

  it.each([
    ['latest', {}],
    ['search', { query: 'Vintermark' }],
    ['stories', {}],
    ['digest now', {}],
  ])('/%s %o says so, and how to see the others, which it then shows', async (name, options) => {
    expect(await say(reader, name, options)).toContain(
      'in German · `language:all` shows every language',
    );
    const all = await say(reader, name, { ...options, language: 'all' });
    expect(all).not.toContain('shows every language');
    expect(all).not.toContain('in German ·');
    const czech = await say(reader, name, { ...options, language: 'cs' });
    expect(czech).toContain('Přehrada Vintermark');
    expect(czech).not.toContain(title.de);
  });

  it('tells a story in German, names the languages that it leaves out, and shows them if asked', async () => {
    const text = await say(reader, 'story', { story: 'Vintermark' });
    expect(text).toContain(title.de);
    expect(text).toContain('2 more articles in English: `/story language:all`');
    const id = buildNewsOfOneEvent(now)[0]?.id ?? '';
    const every = { story: id, view: 'articles', language: 'all' };
    const all = await say(reader, 'story', every);
    expect(all).toContain(title.en);
    expect(all).toContain(title.de);
    expect(all).not.toContain('more articles');
    // A menu of views keeps what was asked for.
    const shown = lastMessageOf(await reader.runCommand('story', every));
    const menu = /"custom_id":"(story:view:[^"]+)"/u.exec(JSON.stringify(shown.components))?.[1];
    const coverage = await reader.select(shown.id, menu ?? '', ['coverage']);
    expect(readWhole(lastMessageOf(coverage))).toContain(PUBLISHERS.en[0]);
  });

  it('suggests German stories and articles, others only if asked', async () => {
    for (const [name, option] of [
      ['story', 'story'],
      ['summarize', 'article'],
      ['why story', 'story'],
      ['why article', 'article'],
      ['follow add', 'story'],
    ] as const) {
      for (const value of ['', 'Vintermark']) {
        const names = await suggest(name, option, value);
        expect(names.join(), `/${name} ${value}`).toContain(title.de);
        expect(names.join(), `/${name} ${value}`).not.toMatch(GREEK_OR_CZECH);
        expect(names.join(), `/${name} ${value}`).not.toContain(title.en);
      }
    }
    const greek = await suggest('summarize', 'article', 'Vintermark', { language: 'el' });
    expect(greek.join()).toContain('Έσπασε');
  });

  it('says how many articles fit elsewhere if none does in German', async () => {
    const none = await say(reader, 'search', { query: 'firefighters' });
    expect(none).toContain('1 article fits in other languages: `language:all` shows it.');
    expect(none).not.toContain('Vintermark');
  });

  it('plans, previews and posts a digest in German, in the zone of the server', async () => {
    await say(manager, 'settings set', { zone: 'Europe/Berlin' });
    const added = await say(manager, 'schedule add', { time: '13:00' });
    expect(added).toContain('in German as the server');
    expect(added).toContain('Europe/Berlin');
    const [id = ''] = /[0-9a-f]{8}/u.exec(added) ?? [];
    const preview = await say(manager, 'schedule preview', { schedule: id });
    now = new Date(DAY.getTime() + 12 * HOUR_MS + 60_000);
    await delivery.catchUp();
    const posted = world.discord.state
      .messages(channel)
      .map(readWhole)
      .find((text) => text.includes('every day') || text.includes('Edition'));
    for (const text of [preview, posted]) {
      expect(text).toContain(title.de);
      expect(text).not.toMatch(GREEK_OR_CZECH);
      expect(text).not.toContain(title.en);
    }
  });

  it('raises an alert for German voices only', async () => {
    const alerts = async (alert: string) => {
      const added = await say(manager, 'schedule add', { time: '03:00', alert, name: `A${alert}` });
      await delivery.catchUp();
      const [id = ''] = /[0-9a-f]{8}/u.exec(added) ?? [];
      const editions = [];
      for await (const [, edition] of world.app.services.editions.list(`${channel}:${id}`))
        editions.push(edition);
      return editions;
    };
    // Eight publishers report it, two of them in German.
    expect(await alerts('5')).toEqual([]);
  });

  it('says at /why that the language is the setting of the server', async () => {
    const greek = (await suggest('why article', 'article', 'Vintermark')).length;
    expect(greek).toBe(2);
    const id = buildNewsOfOneEvent(new Date(DAY.getTime() + 10 * HOUR_MS)).at(-1)?.id ?? '';
    const text = await say(manager, 'why article', { article: id, digest: 'now' });
    expect(text).toContain('stopped at language');
    expect(text).toContain(
      'it is in Greek, and the language of this server is German: see /settings show',
    );
  });

  it('lets nobody but managers use /settings', async () => {
    const refused = await reader.runCommand('settings show');
    expect(refused.kind).toBe('refused');
  });

  it('shows, changes and resets the languages for every command', async () => {
    expect(await say(manager, 'settings show')).toContain('**Languages:** German, as in Discord');
    expect(await suggest('settings set', 'languages', 'griech')).toEqual(['Griechisch']);
    const set = await say(manager, 'settings set', { languages: 'Englisch, Deutsch' });
    expect(set).toContain('**Languages:** English, German');
    const both = await say(reader, 'latest', { count: 10 });
    expect(both).toContain(title.de);
    expect(both).toContain(title.en);
    expect(both).not.toMatch(GREEK_OR_CZECH);
    expect(both).toContain('in English, German');
    await say(manager, 'settings set', { languages: 'all' });
    expect(await say(reader, 'latest', { count: 10 })).toContain('Έσπασε το φράγμα');
    const empty = await say(manager, 'settings set', { languages: 'et' });
    expect(empty).toContain('I have no articles in Estonian yet.');
    const none = await say(manager, 'latest');
    expect(none).toContain('I have no articles in Estonian. Try');
    expect(none).toContain('`language:all` shows every language');
    expect(none).toContain('`/settings set` chooses the languages of this server');
    expect(await say(manager, 'settings reset')).toContain('German, as in Discord');
    expect(await say(reader, 'latest')).toContain('in German');
  });

  it('leaves other servers as they are: one that is no community is English', async () => {
    const elsewhere = world.discord.asUser(world.discord.memberId);
    const text = await say(elsewhere, 'latest');
    expect(text).toContain(title.en);
    expect(text).toContain('in English · `language:all` shows every language');
    expect(text).not.toContain(title.de);
  });

  it('uses the language of their own Discord in direct messages', async () => {
    const direct = world.discord.openDirectMessage(world.discord.memberId, {
      locale: Locale.Czech,
    });
    const text = await say(direct, 'latest');
    expect(text).toContain('Přehrada');
    expect(text).not.toContain(title.de);
  });

  it('follows a story in the languages of the server where it was chosen', async () => {
    const added = await say(reader, 'follow add', { story: 'Vintermark', zone: 'UTC' });
    expect(added).toContain('in German');
    expect(added).not.toMatch(GREEK_OR_CZECH);
    const changed = await say(reader, 'follow add', { story: 'Vintermark', language: 'en' });
    expect(changed).toContain('Changed');
    expect(changed).toContain('in English');
    const greek = await say(reader, 'follow add', { story: 'Vintermark', language: 'el' });
    expect(greek).toContain('Έσπασε το φράγμα');
  });
});
