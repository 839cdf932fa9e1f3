import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { buildCommandJson } from '../../src/command/build-command-json.ts';
import { localizations } from '../../src/command/localizations/localizations.ts';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';

const built = commands.map((command) => buildCommandJson(command, localizations));
const byName = (name: string) => built.find((json) => json.name === name);

describe('the commands as registered', () => {
  it('are complete', () => {
    expect(built.map(({ name }) => name)).toEqual([
      'latest',
      'stories',
      'story',
      'summarize',
      'Summarize',
      'search',
      'ask',
      'digest',
      'schedule',
      'follow',
      'sources',
      'settings',
      'status',
      'why',
      'help',
    ]);
  });

  it.each(built.map((json) => [json.name, json] as const))(
    '%s is within Discord’s limits',
    (_, json) => {
      const texts = listTexts(json);
      expect(texts.reduce((sum, text) => sum + text, 0)).toBeLessThanOrEqual(
        DISCORD_LIMITS.commandTextLength,
      );
      for (const options of listOptionLists(json)) {
        expect(options.length).toBeLessThanOrEqual(DISCORD_LIMITS.commandOptions);
        const required = options.map((option) => Boolean(option['required']));
        expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
      }
    },
  );

  it('lets only managers plan digests and choose settings, and only in servers', () => {
    for (const name of ['schedule', 'settings'])
      expect(byName(name)).toMatchObject({
        default_member_permissions: '32',
        contexts: [0],
        integration_types: [0],
      });
    const others = built.filter(({ name }) => name !== 'schedule' && name !== 'settings');
    expect(others.every((json) => json.default_member_permissions === null)).toBe(true);
  });

  it('suggests values exactly for the options that declare it', () => {
    for (const command of commands) {
      if (command.kind === 'message') continue;
      const actions = command.action ? [command.action] : Object.values(command.subcommands ?? {});
      for (const { options, suggest = {} } of actions) {
        const announced = Object.entries(options)
          .filter(([, option]) => option.type === 'string' && option.autocomplete)
          .map(([name]) => name);
        expect(Object.keys(suggest).toSorted()).toEqual(announced.toSorted());
      }
    }
  });
});

type Json = Readonly<Record<string, unknown>>;

/** The total length of names, descriptions and values, each in its longest language. */
function listTexts(json: object): number[] {
  const node = json as Json;
  const own = ['name', 'description', 'value'].map((key) => {
    const translations = Object.values(node[`${key}_localizations`] ?? {});
    const texts = [node[key], ...translations].filter((text) => typeof text === 'string');
    return Math.max(0, ...texts.map((text) => text.length));
  });
  const children = ['options', 'choices'].flatMap((key) => (node[key] ?? []) as object[]);
  return [...own, ...children.flatMap(listTexts)];
}

function listOptionLists(json: object): Json[][] {
  const options = ((json as Json)['options'] ?? []) as Json[];
  return [options, ...options.flatMap(listOptionLists)];
}
