import { ChannelType, PermissionFlagsBits as Bits, type Snowflake } from 'discord-api-types/v10';
import type { Channel } from '../state/channel.ts';
import { hasPermission } from '../state/permissions.ts';
import type { World } from '../state/world.ts';

/** Tells whether the page shows a channel to a user. */
export function canSeeChannel(world: World, channel: Channel, userId: Snowflake): boolean {
  // Only the bot is ever added to a private thread here. Moderators see it without being added.
  const isPrivate = channel.type === ChannelType.PrivateThread;
  const needed = isPrivate ? Bits.ViewChannel | Bits.ManageThreads : Bits.ViewChannel;
  return hasPermission(world, channel, userId, needed);
}
