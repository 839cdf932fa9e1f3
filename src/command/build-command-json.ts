import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  LocalizationMap,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { AnyAction, Command } from './command.ts';
import type { Localizations, Translations } from './localizations/localizations.ts';
import type { OptionSpec, OptionSpecs } from './option.ts';

/** The permission Manage Server as a bit set; Discord wants a string. */
const MANAGE_GUILD = '32';
const CONTEXTS = {
  guild: InteractionContextType.Guild,
  'bot-dm': InteractionContextType.BotDM,
  'private-channel': InteractionContextType.PrivateChannel,
} as const;
/** The kinds of channels that a digest can be posted in. */
const POSTABLE_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

/** Builds the JSON that registers a command with Discord, with its translations. */
export function buildCommandJson(
  command: Command,
  localizations: Localizations,
): RESTPostAPIApplicationCommandsJSONBody {
  const shared = {
    name: command.name,
    name_localizations: toMap(localizations.names[command.name]),
    default_member_permissions: command.access === 'managers' ? MANAGE_GUILD : null,
    contexts: command.contexts.map((context) => CONTEXTS[context]),
    // In private channels Discord allows only commands that a user can install.
    integration_types: command.contexts.includes('private-channel')
      ? [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]
      : [ApplicationIntegrationType.GuildInstall],
  };
  if (command.kind === 'message') return { type: ApplicationCommandType.Message, ...shared };
  return {
    type: ApplicationCommandType.ChatInput,
    ...shared,
    ...describe(command.description, localizations),
    options: command.action
      ? buildOptions(command.action.options, localizations)
      : buildSubcommands(command.subcommands ?? {}, localizations),
  };
}

function buildSubcommands(
  subcommands: Readonly<Record<string, AnyAction>>,
  localizations: Localizations,
): APIApplicationCommandOption[] {
  return Object.entries(subcommands).map(([name, action]) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name,
    name_localizations: toMap(localizations.names[name]),
    ...describe(action.description, localizations),
    options: buildOptions(action.options, localizations),
  }));
}

/** Required options come first, as Discord demands; otherwise they keep their order. */
function buildOptions(
  specs: OptionSpecs,
  localizations: Localizations,
): APIApplicationCommandBasicOption[] {
  const entries = Object.entries(specs);
  const required = entries.filter(([, spec]) => spec.required);
  const optional = entries.filter(([, spec]) => !spec.required);
  return [...required, ...optional].map(([name, spec]) => buildOption(name, spec, localizations));
}

function buildOption(
  name: string,
  spec: OptionSpec,
  localizations: Localizations,
): APIApplicationCommandBasicOption {
  const shared = {
    name,
    name_localizations: toMap(localizations.names[name]),
    ...describe(spec.description, localizations),
    required: spec.required ?? false,
  };
  if (spec.type === 'string') return buildStringOption(spec, shared, localizations);
  if (spec.type === 'boolean') return { ...shared, type: ApplicationCommandOptionType.Boolean };
  if (spec.type === 'role') return { ...shared, type: ApplicationCommandOptionType.Role };
  if (spec.type === 'attachment')
    return { ...shared, type: ApplicationCommandOptionType.Attachment };
  if (spec.type === 'channel') {
    const type = ApplicationCommandOptionType.Channel;
    return { ...shared, type, channel_types: [...POSTABLE_CHANNELS] };
  }
  return {
    ...shared,
    type: ApplicationCommandOptionType.Integer,
    ...(spec.min !== undefined && { min_value: spec.min }),
    ...(spec.max !== undefined && { max_value: spec.max }),
  };
}

function buildStringOption(
  spec: Extract<OptionSpec, { type: 'string' }>,
  shared: { name: string; description: string; required: boolean },
  localizations: Localizations,
): APIApplicationCommandBasicOption {
  const length = spec.maxLength === undefined ? {} : { max_length: spec.maxLength };
  if (spec.autocomplete)
    return { ...shared, type: ApplicationCommandOptionType.String, autocomplete: true, ...length };
  if (!spec.choices) return { ...shared, type: ApplicationCommandOptionType.String, ...length };
  const choices = spec.choices.map((value) => ({
    name: value,
    name_localizations: toMap(localizations.choices[value] ?? localizations.names[value]),
    value,
  }));
  return { ...shared, type: ApplicationCommandOptionType.String, choices };
}

function describe(
  description: string,
  { descriptions }: Localizations,
): { description: string; description_localizations: LocalizationMap | null } {
  return { description, description_localizations: toMap(descriptions[description]) };
}

/** Discord accepts "ar" (see its specification), which discord-api-types does not know yet. */
function toMap(translations: Translations | undefined): LocalizationMap | null {
  return translations ? { ...translations } : null;
}
