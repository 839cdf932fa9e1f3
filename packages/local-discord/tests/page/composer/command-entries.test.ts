import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { findEntry, listEntries, rankEntries } from '../../../page/composer/command-entries.ts';

const commands = [
  {
    type: 1,
    name: 'schedule',
    name_localizations: { de: 'planen' },
    description: 'Plans',
    options: [
      { type: 1, name: 'list', description: 'Lists', options: [] },
      {
        type: 1,
        name: 'add',
        name_localizations: { de: 'hinzu' },
        description: 'Adds a plan',
        description_localizations: { de: 'Plant mehr' },
        options: [{ type: 4, name: 'count', description: 'How many', min_value: 1 }],
      },
      {
        type: 2,
        name: 'all',
        description: 'All',
        options: [{ type: 1, name: 'pause', description: 'Pauses all' }],
      },
    ],
  },
  { type: 1, name: 'latest', description: 'What is new' },
  { type: 3, name: 'Summarize', description: '' },
  { type: 2, name: 'Greet', description: '' },
] as unknown as APIApplicationCommand[];

const entries = listEntries(commands, 'en-GB');

describe('listEntries', () => {
  it('lists slash commands in order of registration, and each subcommand separately', () => {
    expect(entries.map(({ name, description }) => [name, description])).toEqual([
      ['schedule list', 'Lists'],
      ['schedule add', 'Adds a plan'],
      ['schedule all pause', 'Pauses all'],
      ['latest', 'What is new'],
    ]);
  });

  it('shows names in the viewer’s language and keeps the original ones', () => {
    const german = listEntries(commands, 'de-AT');
    expect(german.find(({ name }) => name === 'schedule add')).toMatchObject({
      shown: 'planen hinzu',
      description: 'Plant mehr',
    });
  });

  it('reads the options', () => {
    const [option] = entries[1]?.options ?? [];
    expect(option).toMatchObject({ name: 'count', kind: 'integer', min: 1, required: false });
  });
});

describe('rankEntries', () => {
  it.each([
    ['', ['schedule list', 'schedule add', 'schedule all pause', 'latest']],
    ['sched', ['schedule list', 'schedule add', 'schedule all pause']],
    ['schedule  l', ['schedule list']],
    ['list', ['schedule list']],
    ['add', ['schedule add']],
    ['new', ['latest']],
    ['nothing', []],
  ])('answers %j with %j', (typed, expected) => {
    expect(rankEntries(entries, typed).map(({ name }) => name)).toEqual(expected);
  });

  it('finds a command by its original name if a translated one is shown', () => {
    const german = listEntries(commands, 'de');
    expect(rankEntries(german, 'schedule add')[0]?.name).toBe('schedule add');
  });
});

describe('findEntry', () => {
  it.each([
    ['/Schedule  Add ', 'schedule add'],
    ['latest', 'latest'],
    ['schedule', undefined],
    ['late', undefined],
  ])('reads %j as %s', (typed, expected) => {
    expect(findEntry(entries, typed)?.name).toBe(expected);
  });
});
