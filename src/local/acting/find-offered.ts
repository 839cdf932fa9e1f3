import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits as Bits,
  type APIApplicationCommand,
  type ApplicationCommandType,
} from 'discord-api-types/v10';
import { guildIdOf } from '../state/channel.ts';
import { listOfferedCommands } from '../state/commands.ts';
import { allPermissions, channelPermissions } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import { Refused } from './refused.ts';
import type { Place } from './send-interaction.ts';

/** Finds a command that this user may run here. Throws Refused with the reason otherwise. */
export function findOffered(
  world: World,
  place: Place,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const guildId = guildIdOf(place.channel);
  const named = listOfferedCommands(world, guildId).filter(
    (command) => command.name === name && command.type === type,
  );
  if (named.length === 0) throw new Refused(`There is no command "${name}" here.`);
  const reasons = named.map((command) => whyNot(world, place, command));
  const allowed = named[reasons.indexOf(undefined)];
  if (!allowed) throw new Refused(reasons[0] ?? `You cannot run "${name}" here.`);
  return allowed;
}

function whyNot(world: World, place: Place, command: APIApplicationCommand): string | undefined {
  const { channel, userId } = place;
  const guildId = guildIdOf(channel);
  const context =
    guildId === undefined ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts && !command.contexts.includes(context)) {
    return guildId === undefined
      ? `"${command.name}" cannot be run in a direct message.`
      : `"${command.name}" cannot be run in a server.`;
  }
  if (!isInstalled(world, place, command)) return `"${command.name}" is not installed here.`;
  if (guildId === undefined) return undefined;
  const permissions = channelPermissions(world, channel, userId);
  if (!(permissions & Bits.UseApplicationCommands))
    return 'You cannot use commands in this channel.';
  const needed = command.default_member_permissions;
  if (needed === null) return undefined;
  const bits = needed === '0' ? allPermissions : BigInt(needed);
  return (permissions & bits) === bits
    ? undefined
    : `You do not have the permissions that "${command.name}" needs.`;
}

function isInstalled(world: World, place: Place, command: APIApplicationCommand): boolean {
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const guildId = guildIdOf(place.channel);
  const inGuild =
    guildId === undefined ||
    world.guilds.get(guildId)?.members.has(world.application.bot.id) === true;
  return (
    (types.includes(ApplicationIntegrationType.GuildInstall) && inGuild) ||
    (types.includes(ApplicationIntegrationType.UserInstall) && world.userInstalls.has(place.userId))
  );
}
