import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommand,
  type Snowflake,
} from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { limits } from '../limits.ts';
import type { World } from './world.ts';

/** A command as a bot registers it. */
export type CommandBody = Partial<
  Omit<APIApplicationCommand, 'id' | 'application_id' | 'version'>
> & {
  readonly name: string;
};

/** Lists the commands of a guild, or the global ones if no guild is given. */
export function listCommands(world: World, guildId?: Snowflake): APIApplicationCommand[] {
  return [...world.commands.values()].filter((command) => command.guild_id === guildId);
}

/** Lists a guild's commands and then the global ones; only the global ones for a DM channel. */
export function listOfferedCommands(world: World, guildId?: Snowflake): APIApplicationCommand[] {
  const global = listCommands(world);
  return guildId === undefined ? global : [...listCommands(world, guildId), ...global];
}

/** Replaces all commands of a guild, or the global ones if no guild is given. The bodies must have been checked. */
export function replaceCommands(
  world: World,
  bodies: readonly CommandBody[],
  guildId?: Snowflake,
): APIApplicationCommand[] {
  const present = listCommands(world, guildId);
  const isNew = (body: CommandBody): boolean => !present.some((one) => isSame(one, body));
  countCreates(world, bodies.filter(isNew).length, guildId);
  for (const command of present) world.commands.delete(command.id);
  return bodies.map((body) => {
    const before = present.find((one) => isSame(one, body));
    return storeCommand(world, body, before, guildId);
  });
}

/** Adds a command, or overwrites the one with the same name and type. */
export function upsertCommand(
  world: World,
  body: CommandBody,
  guildId?: Snowflake,
): { command: APIApplicationCommand; isNew: boolean } {
  const before = listCommands(world, guildId).find((one) => isSame(one, body));
  if (!before) countCreates(world, 1, guildId);
  return { command: storeCommand(world, body, before, guildId), isNew: !before };
}

/** Stores a command with the id of the one before it, or with a new id. */
export function storeCommand(
  world: World,
  body: CommandBody,
  before: APIApplicationCommand | undefined,
  guildId?: Snowflake,
): APIApplicationCommand {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  const command: APIApplicationCommand = {
    id: before?.id ?? world.ids.next(),
    application_id: world.application.id,
    version: world.ids.next(),
    type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: body.default_member_permissions ?? null,
    nsfw: body.nsfw ?? false,
    integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
    contexts: body.contexts ?? (guildId === undefined ? defaultContexts(body) : null),
    dm_permission: body.dm_permission ?? true,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
    ...(body.options?.length ? { options: body.options } : {}),
  };
  world.commands.set(command.id, command);
  return command;
}

function defaultContexts(body: CommandBody): InteractionContextType[] {
  return body.dm_permission === false
    ? [InteractionContextType.Guild]
    : [InteractionContextType.Guild, InteractionContextType.BotDM];
}

function isSame(command: APIApplicationCommand, body: CommandBody): boolean {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  return command.name === body.name && command.type === type;
}

function countCreates(world: World, count: number, guildId?: Snowflake): void {
  const scope = guildId ?? 'global';
  const now = world.clock.now();
  const today = (world.commandCreates.get(scope) ?? []).filter((at) => at > now - 86_400_000);
  if (today.length + count > limits.commandCreatesPerDay) throw refuse('tooManyCommandCreates');
  world.commandCreates.set(scope, [...today, ...Array.from({ length: count }, () => now)]);
}
