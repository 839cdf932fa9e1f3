import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { AnyAction } from '../../src/command/command.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { runCommand } from '../support/run-command.ts';
import { readText } from '../support/shown-text.ts';

const help = commands.find((command) => command.name === 'help');
if (help?.kind !== 'slash') throw new Error('/help is missing');

describe('/help', () => {
  it('shows every command and subcommand with its example', async () => {
    const text = readText(await runCommand(help, buildContext(await buildServices())));
    const examples = commands.flatMap<Pick<AnyAction, 'description' | 'example'>>((command) => {
      if (command.kind === 'message') return [command];
      return command.action ? [command.action] : Object.values(command.subcommands ?? {});
    });
    expect(examples.length).toBeGreaterThan(15);
    for (const { description, example } of examples) {
      expect(text).toContain(`${description}\n\`${example}\``);
    }
  });

  it.each(commands.filter(({ kind }) => kind === 'slash').map(({ name }) => name))(
    'tells more about %s',
    async (name) => {
      const context = buildContext(await buildServices());
      const text = readText(await runCommand(help, context, { command: name }));
      expect(text).toContain('For example: `');
      const command = commands.find((one) => one.name === name);
      const options = command?.kind === 'slash' ? Object.keys(command.action?.options ?? {}) : [];
      for (const option of options) expect(text).toContain(`- \`${option}\``);
    },
  );

  it('says who may plan digests', async () => {
    const context = buildContext(await buildServices());
    const text = readText(await runCommand(help, context, { command: 'schedule' }));
    expect(text).toContain('-# Only for people with Manage Server.');
  });

  it('has examples that name only options that exist', () => {
    for (const command of commands) {
      if (command.kind === 'message') continue;
      const actions = command.action ? [command.action] : Object.values(command.subcommands ?? {});
      for (const { example, options } of actions) {
        const named = [...example.matchAll(/ ([a-z]+):/gu)].map(([, name]) => name);
        const known = new Set([...Object.keys(options), 'since']);
        expect(named.filter((name) => !known.has(name ?? ''))).toEqual([]);
      }
    }
  });
});
