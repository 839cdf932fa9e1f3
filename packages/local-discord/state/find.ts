import { PermissionFlagsBits as Bits, type Snowflake } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import type { Channel } from './channel.ts';
import { hasPermission } from './permissions.ts';
import type { Guild } from './records/guild.ts';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/** Finds a channel. Throws 10003 if there is none, or 50001 if the bot cannot see it. */
export function findVisibleChannel(world: World, channelId: Snowflake): Channel {
  const channel = world.channels.get(channelId);
  if (!channel) throw refuse('unknownChannel');
  if (!hasPermission(world, channel, world.application.bot.id, Bits.ViewChannel)) {
    throw refuse('missingAccess');
  }
  return channel;
}

/** Finds a guild that the bot is a member of. Throws 10004 if there is none. */
export function findJoinedGuild(world: World, guildId: Snowflake): Guild {
  const guild = world.guilds.get(guildId);
  if (!guild?.members.has(world.application.bot.id)) throw refuse('unknownGuild');
  return guild;
}

/** Finds a message that isn't ephemeral. Throws 10008 if there is none. */
export function findMessage(
  world: World,
  channelId: Snowflake,
  messageId: Snowflake,
): StoredMessage {
  const message = world.messages.get(channelId)?.get(messageId);
  if (!message || message.ephemeralTo !== undefined) throw refuse('unknownMessage');
  return message;
}

/** Throws 50013 if the bot lacks one of the permissions in the channel. */
export function requirePermission(world: World, channel: Channel, bits: bigint): void {
  if (!hasPermission(world, channel, world.application.bot.id, bits)) {
    throw refuse('missingPermissions');
  }
}
