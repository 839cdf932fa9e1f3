import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits as Bits,
  type APIApplicationCommand,
  type Snowflake,
} from 'discord-api-types/v10';
import { guildIdOf, type Channel } from './channel.ts';
import { allPermissions, channelPermissions } from './permissions.ts';
import type { World } from './world.ts';

/** A user in a channel. */
interface UserInChannel {
  readonly userId: Snowflake;
  readonly channel: Channel;
}

/** Returns why a user is not offered a command in a channel; undefined if the command is offered. */
export function whyNotOffered(
  world: World,
  user: UserInChannel,
  command: APIApplicationCommand,
): string | undefined {
  const { channel, userId } = user;
  const guildId = guildIdOf(channel);
  const context =
    guildId === undefined ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts && !command.contexts.includes(context)) {
    return guildId === undefined
      ? `"${command.name}" cannot be run in a direct message.`
      : `"${command.name}" cannot be run in a server.`;
  }
  if (!isInstalled(world, user, command)) return `"${command.name}" is not installed here.`;
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

function isInstalled(world: World, user: UserInChannel, command: APIApplicationCommand): boolean {
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  const guildId = guildIdOf(user.channel);
  const inGuild =
    guildId === undefined ||
    world.guilds.get(guildId)?.members.has(world.application.bot.id) === true;
  return (
    (types.includes(ApplicationIntegrationType.GuildInstall) && inGuild) ||
    (types.includes(ApplicationIntegrationType.UserInstall) && world.userInstalls.has(user.userId))
  );
}
