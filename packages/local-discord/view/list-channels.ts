import { PermissionFlagsBits as Bits, type Snowflake } from 'discord-api-types/v10';
import { compareSnowflakes } from '../snowflake.ts';
import { isDm, isGuildChannel, isThread, type Channel } from '../state/channel.ts';
import { hasPermission, sendPermission } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import { canSeeChannel } from './can-see.ts';
import type { ViewChannel } from './view.ts';

/** Lists the channels of a guild that a member sees, each followed by its threads. */
export function listChannels(world: World, guildId: Snowflake, userId: Snowflake): Channel[] {
  const seen = world.channels
    .ofGuild(guildId)
    .filter((channel) => canSeeChannel(world, channel, userId));
  const threads = seen.filter(isThread).toSorted((a, b) => compareSnowflakes(a.id, b.id));
  return seen
    .filter(isGuildChannel)
    .toSorted((a, b) => a.position - b.position || compareSnowflakes(a.id, b.id))
    .flatMap((channel) => [channel, ...threads.filter((one) => one.parent_id === channel.id)]);
}

/** Describes a channel as a user sees it. */
export function describeChannel(world: World, channel: Channel, userId: Snowflake): ViewChannel {
  const { id, type } = channel;
  const canSend = canSendTo(world, channel, userId);
  if (isDm(channel)) return { id, type, name: world.application.name, canSend };
  const { name, guild_id: guildId } = channel;
  if (isThread(channel)) {
    const { archived } = channel.thread_metadata;
    return { id, type, name, guildId, parentId: channel.parent_id, archived, canSend };
  }
  return { id, type, name, guildId, canSend, ...(channel.topic ? { topic: channel.topic } : {}) };
}

function canSendTo(world: World, channel: Channel, userId: Snowflake): boolean {
  const isLocked = isThread(channel) && channel.thread_metadata.locked;
  const needed = sendPermission(channel) | (isLocked ? Bits.ManageThreads : 0n);
  return hasPermission(world, channel, userId, needed);
}
