import { ChannelType, PermissionFlagsBits as Bits, type Snowflake } from 'discord-api-types/v10';
import type { Channel } from '../state/channel.ts';
import { hasPermission } from '../state/permissions.ts';
import type { World } from '../state/world.ts';

/** Tells whether a user has a channel before their eyes at all. */
export function canSeeChannel(world: World, channel: Channel, userId: Snowflake): boolean {
  // Nobody but the bot is ever added to a private thread here; moderators need not be.
  const isPrivate = channel.type === ChannelType.PrivateThread;
  const needed = isPrivate ? Bits.ViewChannel | Bits.ManageThreads : Bits.ViewChannel;
  return hasPermission(world, channel, userId, needed);
}
