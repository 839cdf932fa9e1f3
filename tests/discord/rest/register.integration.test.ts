import { afterEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/discord/open-bot.ts';
import { hashCommands } from '../../../src/discord/rest/register.ts';
import { defineAction, type Command } from '../../../src/command/command.ts';
import { UserError } from '../../../src/errors.ts';
import { LEVELS } from '../../support/collect-log.ts';
import { openTestBot, type TestBot } from '../../support/open-test-bot.ts';
import { say, tinyCommands } from '../../support/tiny-commands.ts';

let world: TestBot;
afterEach(() => world.close());

/** Named like a real command, so that the table has its translations. */
const help: Command = {
  kind: 'slash',
  name: 'help',
  description: 'Shows every command with an example',
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: 'Shows every command with an example',
    options: {},
    audience: 'requester',
    example: '/help',
    run: async () => say('help'),
  }),
};

describe('registration', () => {
  it('is one PUT at the first start and none at the next', async () => {
    world = await openTestBot(tinyCommands);
    expect(countPuts()).toBe(1);
    expect(namesOf()).toEqual(tinyCommands.map(({ name }) => name));
    expect(await (await world.reopen()).registered).toBe('unchanged');
    expect(countPuts()).toBe(1);
  });

  it('is repeated if a command has changed', async () => {
    world = await openTestBot(tinyCommands);
    const reopened = await world.reopen({ commands: [...tinyCommands, help] });
    expect(await reopened.registered).toBe('registered');
    expect(namesOf()).toContain('help');
  });

  it('is repeated if Discord has lost the commands, or other commands have replaced them', async () => {
    world = await openTestBot(tinyCommands);
    const { discord, bot } = world;
    await bot.client.rest.put(`/applications/${discord.applicationId}/commands`, { body: [] });
    expect(await (await world.reopen()).registered).toBe('registered');
    expect(namesOf()).toEqual(tinyCommands.map(({ name }) => name));
  });

  it('is repeated for another application with the same store', async () => {
    world = await openTestBot(tinyCommands);
    const [[key, hash] = ['', '']] = await listHashes();
    await world.registrations.remove(key);
    await world.registrations.put(key.replace(world.discord.applicationId, '1'), hash);
    expect(await (await world.reopen()).registered).toBe('registered');
  });

  it('is only for the development server, if there is one', async () => {
    world = await openTestBot([help]);
    const { guildId } = world.discord;
    const bot = await world.reopen({ developmentGuildId: guildId, commands: tinyCommands });
    expect(await bot.registered).toBe('registered');
    expect(namesOf(guildId)).toEqual(tinyCommands.map(({ name }) => name));
    expect(namesOf()).toEqual(['help']);
    const again = { developmentGuildId: guildId, commands: tinyCommands };
    expect(await (await world.reopen(again)).registered).toBe('unchanged');
  });

  it('for all servers clears the development server, which would show each command twice', async () => {
    world = await openTestBot([help]);
    const { guildId } = world.discord;
    await world.reopen({ developmentGuildId: guildId });
    await world.reopen({ commands: tinyCommands });
    expect(namesOf(guildId)).toEqual([]);
    expect((await listHashes()).map(([key]) => key)).toEqual([
      `${world.discord.applicationId}:global`,
    ]);
  });

  it('includes names and descriptions in every language of the table', async () => {
    world = await openTestBot([help]);
    const [command] = world.discord.state.commands();
    expect(command?.name_localizations).toMatchObject({ fr: 'aide', de: 'hilfe', ru: 'помощь' });
    expect(Object.keys(command?.description_localizations ?? {})).toEqual(
      expect.arrayContaining(['fr', 'de', 'es-ES', 'ar', 'ru']),
    );
  });

  it('that Discord refuses is logged, and the bot still answers', async () => {
    world = await openTestBot([help]);
    world.discord.faults.next('PUT /applications/:id/commands', {
      kind: 'status',
      status: 400,
      code: 30_034,
      message: 'Max number of daily application command creates has been reached (200)',
    });
    const bot: Bot = await world.reopen({ commands: [help, ...tinyCommands] });
    expect(await bot.registered).toBe('failed');
    expect(world.lines.find(({ level }) => level === LEVELS.error)?.msg).toContain('registered');
    const outcome = await world.discord.asUser(world.discord.memberId).runCommand('help');
    expect(outcome.kind).toBe('replied');
    expect(await (await world.reopen({ commands: [help, ...tinyCommands] })).registered).toBe(
      'registered',
    );
  });

  it('is tried again when Discord cannot be reached for a moment', async () => {
    world = await openTestBot([help]);
    const away = { kind: 'status', status: 502 } as const;
    // discord.js itself sends a request four times.
    world.discord.faults.next('PUT /applications/:id/commands', away, 4);
    const bot = await world.reopen({ commands: tinyCommands });
    expect(await bot.registered).toBe('registered');
  });

  it('is tried again when the store is away for a moment', async () => {
    world = await openTestBot([help]);
    const { registrations } = world;
    let isAway = true;
    const bot = await world.reopen({
      commands: tinyCommands,
      registrations: {
        ...registrations,
        get(key) {
          if (!isAway) return registrations.get(key);
          isAway = false;
          return Promise.reject(new UserError('not-available', 'The store cannot be reached.'));
        },
      },
    });
    expect(await bot.registered).toBe('registered');
    expect(namesOf()).toEqual(tinyCommands.map(({ name }) => name));
  });
});

describe('the hash of the commands', () => {
  it('changes with any part of any command', () => {
    const one = hashCommands([{ name: 'a', description: 'b' }]);
    expect(hashCommands([{ name: 'a', description: 'b' }])).toBe(one);
    expect(hashCommands([{ name: 'a', description: 'c' }])).not.toBe(one);
    expect(hashCommands([])).not.toBe(one);
  });
});

function namesOf(guildId?: string): string[] {
  return world.discord.state.commands(guildId).map(({ name }) => name);
}

function countPuts(): number {
  return world.discord.faults.requests.filter(({ method }) => method === 'PUT').length;
}

async function listHashes(): Promise<(readonly [string, string])[]> {
  const entries: (readonly [string, string])[] = [];
  for await (const entry of world.registrations.list()) entries.push(entry);
  return entries;
}
