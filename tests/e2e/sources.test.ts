import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseOpml } from '../../src/source/parse-opml.ts';
import type { OptionValues } from '../../src/local/acting/fill-options.ts';
import { HARBOUR_FEED, readFrom } from '../support/feed-readings.ts';
import { isEphemeral, lastMessageOf, messageOf, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';

const URL = 'https://harbour.example/feed.xml';
const OPML = `<opml><body><outline title="A voice" xmlUrl="https://voice.example/rss"/></body></opml>`;

let world: RunningBot;
beforeAll(async () => {
  world = await runBot({
    now: () => new Date('2025-02-01T09:00:00.000Z'),
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
  it('tests a feed, adds it, and lists it in this server with those of the host', async () => {
    expect(await run('test', { url: URL })).toContain('Nothing is stored yet.');
    expect(await run('list')).not.toContain('Post\\*');
    expect(await run('add', { url: URL })).toContain('Source added');
    const list = await run('list', {}, reader());
    expect(list).toContain(String.raw`**Harbour \*Post\*** · this server's`);
    expect(list).toContain('**host.example** · next');
    const direct = world.discord.openDirectMessage(world.discord.memberId);
    expect(textOf(messageOf(await direct.runCommand('sources list')))).not.toContain('Post\\*');
  });

  it('adds what an attached OPML file lists', async () => {
    const opml = { filename: 'feeds.opml', content: OPML };
    expect(await run('add', { opml })).toContain('- A voice');
    expect(await run('list')).toContain('**A voice**');
  });

  it('gives all as a file that a feed reader takes', async () => {
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

  it('pauses, resumes and removes the one that is chosen from the suggestions', async () => {
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

  it('suggests nothing to those who may not change anything', async () => {
    const typed = { option: 'source', value: '' };
    expect(await reader().autocomplete('sources pause', typed)).toMatchObject({ choices: [] });
  });

  it('survives a restart', async () => {
    await world.restart();
    expect(await run('list')).toContain('Harbour');
  });

  it('stands in /status for managers', async () => {
    const text = textOf(messageOf(await manager().runCommand('status')));
    expect(text).toContain('**Sources**\n2 new');
  });
});
