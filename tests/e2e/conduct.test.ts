import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayIntentBits, Locale } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '@dateline/local-discord';
import { commands } from '../../commands/index.ts';
import { buildArticle } from '../support/build-article.ts';
import { hostileText } from '../support/hostile-text.ts';
import {
  buttonId,
  isEphemeral,
  lastMessageOf,
  messageOf,
  settle,
  textOf,
} from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';

const NOW = new Date('2025-02-01T09:00:00.000Z');
const LANGUAGES = ['fr', 'de', 'es-ES', 'ar', 'ru'];

let world: RunningBot;
beforeAll(async () => {
  world = await runBot({ now: () => NOW });
});
afterAll(() => world.close());

const reader = () => world.discord.asUser(world.discord.memberId);
const manager = () => world.discord.asUser(world.discord.managerId);

describe('the registered commands', () => {
  it('are complete, with names and descriptions in five more languages', () => {
    const registered = world.discord.state.commands();
    expect(registered.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    const described = registered.filter(({ description }) => description !== '');
    expect(described.length).toBeGreaterThan(7);
    const languages = expect.arrayContaining(LANGUAGES) as unknown;
    for (const { name, name_localizations: names } of registered)
      expect(Object.keys(names ?? {}), name).toEqual(languages);
    for (const { name, description_localizations: descriptions } of described)
      expect(Object.keys(descriptions ?? {}), name).toEqual(languages);
  });

  it('offer /schedule and /settings to managers in servers only, and the others to everyone everywhere', () => {
    for (const command of world.discord.state.commands()) {
      const isForManagers = ['schedule', 'settings'].includes(command.name);
      expect(command.default_member_permissions, command.name).toBe(isForManagers ? '32' : null);
      expect(command.contexts, command.name).toEqual(isForManagers ? [0] : [0, 1, 2]);
      expect(command.integration_types, command.name).toEqual(isForManagers ? [0] : [0, 1]);
    }
  });

  it('need no privileged intent', () => {
    const [session] = [...world.discord.faults.gateway.sessions.values()];
    expect(session?.intents).toBe(GatewayIntentBits.Guilds);
  });
});

describe('every command', () => {
  it.each([
    ['latest', {}, 'channel'],
    ['search', { query: 'earthquake' }, 'channel'],
    ['digest now', {}, 'channel'],
    ['digest history', {}, 'requester'],
    ['sources list', {}, 'requester'],
    ['status', {}, 'requester'],
    ['help', {}, 'requester'],
    ['schedule list', {}, 'requester'],
    ['follow list', {}, 'requester'],
  ])('/%s %o is answered for the %s', async (name, options, audience) => {
    const outcome = await manager().runCommand(name, options);
    expect(outcome).toMatchObject({ kind: 'replied' });
    expect(isEphemeral(messageOf(outcome))).toBe(audience === 'requester');
    expectNoMention(outcome);
  });

  it.each([
    'latest',
    'search',
    'summarize',
    'digest now',
    'follow list',
    'sources list',
    'status',
    'help',
  ])('/%s works in a direct message', async (name) => {
    const direct = world.discord.openDirectMessage(world.discord.memberId);
    const options = name === 'search' ? { query: 'earthquake' } : {};
    const outcome = await settle(direct, await direct.runCommand(name, options));
    expect(outcome.kind).toBe('replied');
  });
});

describe('autocomplete', () => {
  it('answers for every option that has it, whatever was typed', async () => {
    const offered: [string, string][] = [
      ['latest', 'source'],
      ['summarize', 'article'],
      ['search', 'source'],
      ['digest now', 'source'],
      ['digest show', 'edition'],
      ['schedule add', 'zone'],
      ['schedule add', 'sources'],
      ['schedule edit', 'schedule'],
      ['follow add', 'story'],
      ['follow remove', 'follow'],
      ['sources remove', 'source'],
    ];
    for (const [name, option] of offered)
      for (const value of ['', 'a', '🌍'.repeat(40), '"\\\'`<@&1>'])
        expect((await manager().autocomplete(name, { option, value })).kind, name).toBe('choices');
  });

  it('answers a requester who uses another language', async () => {
    const german = world.discord.asUser(world.discord.memberId, { locale: Locale.German });
    const outcome = await german.autocomplete('summarize', { option: 'article', value: '' });
    expect(outcome).toMatchObject({ kind: 'choices' });
  });
});

describe('buttons', () => {
  it('of messages posted before a restart work after it', async () => {
    const latest = messageOf(await reader().runCommand('latest', { count: 2 }));
    const search = messageOf(await reader().runCommand('search', { query: 'government' }));
    const choices = await reader().autocomplete('summarize', { option: 'article', value: 'a' });
    const article = choices.kind === 'choices' ? String(choices.choices[0]?.value) : '';
    const summary = messageOf(await reader().runCommand('summarize', { article }));
    await world.restart();
    for (const [message, label] of [
      [latest, 'Next'],
      [search, 'Next'],
      [summary, 'Short'],
    ] as const) {
      const outcome = await reader().pressButton(message.id, buttonId(message, label));
      expect(outcome).toMatchObject({ kind: 'updated', message: { id: message.id } });
      expect(textOf(messageOf(outcome))).not.toBe(textOf(message));
    }
  });

  it('whose article has been removed say so to the user who presses them', async () => {
    const gone = buildArticle({
      title: 'Soon to be removed',
      url: 'https://gone.example/1',
      text: 'The dam held. '.repeat(3) + 'Engineers watched it all night long. '.repeat(20),
    });
    await storeAndFollow([gone]);
    const shown = messageOf(await reader().runCommand('summarize', { url: gone.url ?? '' }));
    await world.app.store.articles.remove(gone.id);
    const outcome = await reader().pressButton(shown.id, buttonId(shown, 'Short'));
    expect(isEphemeral(lastMessageOf(outcome))).toBe(true);
    expect(textOf(lastMessageOf(outcome))).toContain('no longer have that article');
  });
});

describe('hostile articles', () => {
  it('neither break a limit nor mention anyone in any command', async () => {
    const samples = fc.sample(hostileText(), { numRuns: 12, seed: 7 });
    const hostile = samples.map((text, at) =>
      buildArticle({
        title: `Hostile ${at} ${text.slice(0, 400)}`,
        text: `The word hostility stands here. ${text}\n\n${text}`,
        url: `https://hostile.example/${at}`,
        source: `Hostile ${text.slice(0, 100)}`,
        publishedAt: new Date(NOW.getTime() - at * 60_000).toISOString(),
      }),
    );
    await storeAndFollow(hostile);
    const runs: [string, Record<string, string | number>][] = [
      ['latest', { count: 10 }],
      ['search', { query: 'hostility' }],
      ['digest now', { stories: 10 }],
      ['sources list', {}],
      ...hostile.map(({ url = '' }) => ['summarize', { url }] as [string, { url: string }]),
    ];
    for (const [name, options] of runs) {
      const outcome = await reader().runCommand(name, options);
      expect(outcome.kind, `${name} ${JSON.stringify(options)}`).toBe('replied');
      expectNoMention(outcome);
    }
    const typed = { option: 'article', value: 'hostile' };
    const suggested = await reader().autocomplete('summarize', typed);
    expect(suggested.kind === 'choices' && suggested.choices.length).toBeGreaterThan(0);
    expect(world.lines.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

async function storeAndFollow(articles: ReturnType<typeof buildArticle>[]): Promise<void> {
  await world.app.store.articles.putMany(articles, NOW);
  // The index learns of articles from the store, a moment later.
  for (const { url = '' } of articles)
    while (!world.app.services.index.findByUrl(url)) await sleep(50);
}

function expectNoMention(outcome: Outcome): void {
  for (const message of 'messages' in outcome ? outcome.messages : [])
    expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
}
