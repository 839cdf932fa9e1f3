import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { AnyAction, Command } from '../../../src/command/command.ts';
import { LOCALES, localizations } from '../../../src/command/localizations/localizations.ts';
import { DISCORD_LIMITS } from '../../../src/render/discord-limits.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Names that Discord shows in one list: commands, subcommands of a command, options of an action. */
interface Siblings {
  readonly where: string;
  readonly names: readonly string[];
}

const actions: readonly (readonly [string, AnyAction])[] = commands.flatMap((command) =>
  command.kind === 'message'
    ? []
    : command.action
      ? [[`/${command.name}`, command.action] as const]
      : Object.entries(command.subcommands ?? {}).map(
          ([name, action]) => [`/${command.name} ${name}`, action] as const,
        ),
);
const siblings: readonly Siblings[] = [
  { where: 'slash commands', names: commands.filter(isSlash).map(({ name }) => name) },
  ...commands.filter(isSlash).map(({ name, subcommands }) => ({
    where: `/${name}`,
    names: Object.keys(subcommands ?? {}),
  })),
  ...actions.map(([where, { options }]) => ({ where, names: Object.keys(options) })),
];
const usedNames = new Set([
  ...siblings.flatMap(({ names }) => names),
  ...commands.map(({ name }) => name),
]);
const usedDescriptions = new Set([
  ...commands.filter(isSlash).map(({ description }) => description),
  ...actions.flatMap(([, { description, options }]) => [
    description,
    ...Object.values(options).map((option) => option.description),
  ]),
]);
const usedChoices = new Set(
  actions.flatMap(([, { options }]) =>
    Object.values(options).flatMap((option) =>
      option.type === 'string' ? (option.choices ?? []) : [],
    ),
  ),
);

describe('the table of translations', () => {
  it('has every name that Discord shows, and no other', () => {
    expect(Object.keys(localizations.names).toSorted()).toEqual([...usedNames].toSorted());
  });

  it('has every description that Discord shows, and no other', () => {
    expect(Object.keys(localizations.descriptions).toSorted()).toEqual(
      [...usedDescriptions].toSorted(),
    );
  });

  it('has every choice that is not a name, and no other', () => {
    const choices = [...usedChoices].filter((choice) => !usedNames.has(choice));
    expect(Object.keys(localizations.choices).toSorted()).toEqual(choices.toSorted());
  });

  it.each(LOCALES)('has only names in %s that Discord takes', (locale) => {
    const slashNames = [...usedNames].filter((name) => name !== 'Summarize');
    for (const name of slashNames) {
      const translated = localizations.names[name]?.[locale] ?? '';
      expect(translated).toMatch(NAME);
      expect(translated).toBe(translated.toLowerCase());
    }
    expect(localizations.names['Summarize']?.[locale].length).toBeLessThanOrEqual(
      DISCORD_LIMITS.nameLength,
    );
  });

  it.each(LOCALES)('has only descriptions in %s of 1 to 100 characters', (locale) => {
    for (const translations of Object.values(localizations.descriptions)) {
      expect(translations[locale].length).toBeGreaterThan(0);
      expect(translations[locale].length).toBeLessThanOrEqual(DISCORD_LIMITS.descriptionLength);
    }
  });

  it.each(LOCALES)('gives the choices of an option different names in %s', (locale) => {
    for (const [where, { options }] of actions) {
      for (const option of Object.values(options)) {
        const choices = option.type === 'string' ? (option.choices ?? []) : [];
        const shown = choices.map(
          (choice) => (localizations.choices[choice] ?? localizations.names[choice])?.[locale],
        );
        expect({ where, shown: [...new Set(shown)] }).toEqual({ where, shown });
      }
    }
  });

  it.each(LOCALES)('gives names in one list different translations in %s', (locale) => {
    for (const { where, names } of siblings) {
      const translated = names.map((name) => localizations.names[name]?.[locale]);
      expect({ where, names: [...new Set(translated)] }).toEqual({ where, names: translated });
    }
  });
});

function isSlash(command: Command): command is Extract<Command, { kind: 'slash' }> {
  return command.kind === 'slash';
}
