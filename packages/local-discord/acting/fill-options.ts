import {
  ApplicationCommandOptionType as Kind,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type Snowflake,
} from 'discord-api-types/v10';
import { isSubcommand } from '../state/is-subcommand.ts';
import { checkOptionValue } from './check-option-value.ts';
import type { FieldFilling } from './fill-field.ts';
import type { GivenFile } from './given-file.ts';
import { Refused } from './refused.ts';
import type { NamedKind } from './resolve-values.ts';

/** Values of options by name. Channels, users and roles are given by id, files with their content. */
export type OptionValues = Readonly<Record<string, string | number | boolean | GivenFile>>;

/** An option as it is sent to the bot. */
export interface FilledOption {
  readonly name: string;
  readonly type: Kind;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: FilledOption[];
}

/** A FieldFilling with the state of the command's options. */
export interface OptionFilling extends FieldFilling {
  /** The option that is being typed, for autocomplete; undefined if the command is finished. */
  readonly focused?: string | undefined;
}

/**
 * Fills in a command's options as Discord's client does. `path` is the subcommand's name, after its group's
 * if it has one. Throws Refused for a value that the client would not send.
 */
export function fillOptions(
  command: APIApplicationCommand,
  path: readonly string[],
  values: OptionValues,
  filling: OptionFilling,
): FilledOption[] {
  return fillLevel(command.options ?? [], path, values, filling, command.name);
}

/** Lists the users, roles and channels that filled-in options name. */
export function listNamedIds(options: readonly FilledOption[]): [NamedKind, Snowflake][] {
  return options.flatMap((option): [NamedKind, Snowflake][] => {
    if (option.options) return listNamedIds(option.options);
    return isNamed(option.type) && !option.focused ? [[option.type, String(option.value)]] : [];
  });
}

function fillLevel(
  options: readonly APIApplicationCommandOption[],
  path: readonly string[],
  values: OptionValues,
  filling: OptionFilling,
  commandName: string,
): FilledOption[] {
  const [next, ...rest] = path;
  const subcommands = options.filter(isSubcommand);
  if (next === undefined) {
    if (subcommands.length > 0) throw new Refused(`"${commandName}" needs one of its subcommands.`);
    return fillBasic(options as APIApplicationCommandBasicOption[], values, filling, commandName);
  }
  const subcommand = subcommands.find((option) => option.name === next);
  if (!subcommand) throw new Refused(`"${commandName}" has no subcommand "${next}".`);
  const inner = fillLevel(
    subcommand.options ?? [],
    rest,
    values,
    filling,
    `${commandName} ${next}`,
  );
  return [{ name: subcommand.name, type: subcommand.type, options: inner }];
}

function fillBasic(
  options: readonly APIApplicationCommandBasicOption[],
  values: OptionValues,
  filling: OptionFilling,
  commandName: string,
): FilledOption[] {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) {
      throw new Refused(`"${commandName}" has no option "${name}".`);
    }
  }
  return options.flatMap((option): FilledOption[] => {
    const value = values[option.name];
    const isFocused = filling.focused === option.name;
    if (value === undefined) {
      if (option.required && filling.focused === undefined) {
        throw new Refused(`"${commandName}" needs the option "${option.name}".`);
      }
      return [];
    }
    if (typeof value === 'object') {
      if (option.type !== Kind.Attachment) throw new Refused(`"${option.name}" takes no file.`);
      return [{ name: option.name, type: option.type, value: filling.storeFile(value) }];
    }
    if (isFocused) {
      if (!('autocomplete' in option) || !option.autocomplete) {
        throw new Refused(`"${option.name}" offers no suggestions.`);
      }
      return [{ name: option.name, type: option.type, value: String(value), focused: true }];
    }
    checkOptionValue(option, value, filling.channelTypeOf);
    return [{ name: option.name, type: option.type, value }];
  });
}

function isNamed(kind: Kind): kind is NamedKind {
  return (
    kind === Kind.User || kind === Kind.Channel || kind === Kind.Role || kind === Kind.Mentionable
  );
}
