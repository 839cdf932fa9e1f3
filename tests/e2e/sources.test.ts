import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ActingUser, OptionValues } from '@dateline/local-discord';
import { buildCustomId } from '../../src/command/custom-id.ts';
import { buildArticle } from '../support/build-article.ts';
import { parseOpml } from '../../src/ingest/sources/parse-opml.ts';
import { HARBOUR_FEED, NO_NETWORK, readFrom } from '../support/feed-readings.ts';
import { isEphemeral, lastMessageOf, messageOf, settle, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';

const URL = 'https://harbour.example/feed.xml';
const OPML = `<opml><body><outline title="A voice" xmlUrl="https://voice.example/rss"/></body></opml>`;

const NOW = new Date('2025-02-01T09:00:00.000Z');

let world: RunningBot;
beforeAll(async () => {
  world = await runBot({
    now: () => NOW,
    fetcher: NO_NETWORK,
    readSource: readFrom({ [URL]: HARBOUR_FEED }),
    env: { SOURCES: 'https://host.example/rss' },
  });
});
afterAll(() => world.close());

const manager = () => world.discord.asUser(world.discord.managerId);
const reader = () => world.discord.asUser(world.discord.memberId);
async function run(name: string, options: OptionValues = {}, user = manager()) {
  const message = lastMessageOf(await user.runCommand(`sources ${name}`, options));
  expect(isEphemeral(message)).toBe(true);
  return textOf(message);
}

describe('/sources', () => {
  it('tests a feed, adds it, and lists it in this server with the sources of the host', async () => {
    expect(await run('test', { url: URL })).toContain('Nothing is stored yet.');
    expect(await run('list')).not.toContain('Post\\*');
    expect(await run('add', { url: URL })).toContain('Source added');
    const list = await run('list', {}, reader());
    expect(list).toContain(String.raw`**Harbour \*Post\*** · this server's`);
    expect(list).toContain('**host.example** · next');
    const direct = world.discord.openDirectMessage(world.discord.memberId);
    expect(textOf(messageOf(await direct.runCommand('sources list')))).not.toContain('Post\\*');
  });

  it('adds the feeds of an attached OPML file', async () => {
    const opml = { filename: 'feeds.opml', content: OPML };
    expect(await run('add', { opml })).toContain('- A voice');
    expect(await run('list')).toContain('**A voice**');
  });

  it('exports all as a file for feed readers', async () => {
    const message = messageOf(await manager().runCommand('sources export'));
    const [file] = message.attachments;
    expect(file?.filename).toBe('dateline-sources.opml');
    const text = await (await fetch(file?.url ?? '')).text();
    expect(parseOpml(text)?.sources.map(({ name }) => name)).toEqual([
      'A voice',
      'Harbour *Post*',
      'host.example',
    ]);
  });

  it('pauses, resumes and removes a source chosen from the suggestions', async () => {
    const typed = { option: 'source', value: 'voice' };
    const suggested = await manager().autocomplete('sources pause', typed);
    const choices = suggested.kind === 'choices' ? suggested.choices : [];
    expect(choices).toHaveLength(1);
    const source = String(choices[0]?.value);
    expect(await run('pause', { source })).toContain('paused by a manager');
    expect(await run('list')).toContain('**paused**');
    expect(await run('resume', { source })).toContain('Source resumed');
    expect(await run('remove', { source })).toContain('Source removed');
    expect(await run('list')).not.toContain('A voice');
  });

  it.each<[string, OptionValues]>([
    ['test', { url: URL }],
    ['add', { url: URL }],
    ['pause', { source: 'x' }],
    ['resume', { source: 'x' }],
    ['remove', { source: 'x' }],
    ['export', {}],
  ])('%s needs Manage Server', async (name, options) => {
    expect(await run(name, options, reader())).toContain(
      `Only people with the Manage Server permission can use /sources ${name}.`,
    );
  });

  it('suggests nothing to users who may not change anything', async () => {
    const typed = { option: 'source', value: '' };
    expect(await reader().autocomplete('sources pause', typed)).toMatchObject({ choices: [] });
  });

  it('keeps its sources over a restart', async () => {
    await world.restart();
    expect(await run('list')).toContain('Harbour');
  });

  it('shows its sources to managers in /status', async () => {
    const text = textOf(messageOf(await manager().runCommand('status')));
    expect(text).toContain('**Sources**\n2 new');
  });
});

describe("an article from a server's own source", () => {
  it('is shown in that server and nowhere else', async () => {
    const { discord, app } = world;
    const url = 'https://voice.example/harvest';
    const own = buildArticle({
      title: 'Saffron harvest begins',
      source: 'A voice',
      text: [
        'Farmers on the northern plain began to gather this year’s saffron on Friday, two weeks later than usual.',
        'A dry autumn had held the flowers back, and the cooperative expects a third less than last year.',
        'Buyers from four countries have come to the auction that opens on Monday in the old market hall.',
        'The regional government has promised to pay for new wells before the next season begins.',
      ].join('\n\n'),
      url,
      publishedAt: '2025-02-01T08:00:00.000Z',
      onlyFor: discord.guildId,
    });
    await app.store.articles.putMany([own], NOW);
    await vi.waitUntil(() => app.services.index.has(own.id));
    const elsewhere = discord.state.addGuild('Elsewhere', { ownerId: discord.managerId }).api;
    const channelId = discord.state.addChannel(elsewhere.id, 'news').id;
    await vi.waitUntil(() => world.bot.client.channels.cache.has(channelId));
    const there = discord.asUser(discord.managerId, { channelId });
    const direct = discord.openDirectMessage(discord.managerId);
    const runs: [string, OptionValues][] = [
      ['latest', {}],
      ['search', { query: 'saffron' }],
      ['summarize', { url }],
      ['summarize', { article: own.id }],
      ['digest now', { topic: 'saffron' }],
      ['sources list', {}],
    ];
    const answers = async (user: ActingUser) => {
      const shown: boolean[] = [];
      for (const [name, options] of runs) {
        const outcome = await settle(user, await user.runCommand(name, options));
        shown.push(/Saffron|A voice/u.test(textOf(lastMessageOf(outcome))));
      }
      return shown;
    };
    expect(await answers(manager())).toEqual(runs.map(() => true));
    expect(await answers(there)).toEqual(runs.map(() => false));
    expect(await answers(direct)).toEqual(runs.map(() => false));
    const id = buildCustomId({ command: 'summarize', action: 'length', state: [own.id, 'short'] });
    const message = messageOf(await there.runCommand('latest'));
    const forged = await there.pressButton(message.id, id ?? '');
    expect(JSON.stringify(forged)).not.toContain('Saffron harvest');
  });
});
