import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  PermissionFlagsBits as Bits,
  type APIBaseMessage,
  type APIMessageMentions,
  type Snowflake,
} from 'discord-api-types/v10';
import type { Dispatch, Published } from '../state/feed.ts';
import { hasPermission } from '../state/permissions.ts';
import type { World } from '../state/world.ts';

/** Tells whether a session receives an event. That depends on its shard, its intents and the bot's permissions. */
export function receivesEvent(
  world: World,
  session: { readonly intents: number; readonly shard: readonly [number, number] },
  published: Published,
): boolean {
  const { dispatch, intent, guildId, channelId } = published;
  const bot = world.application.bot.id;
  if (intent !== 0 && !(session.intents & intent)) return false;
  if (shardOf(guildId, session.shard[1]) !== session.shard[0]) return false;
  const isGuildDelete = dispatch.t === GatewayDispatchEvents.GuildDelete;
  const isMember = world.guilds.get(guildId ?? '')?.members.has(bot) === true;
  // If a user has installed the app, interactions come from guilds that the bot is not in.
  if (guildId !== undefined && intent !== 0 && !isMember && !isGuildDelete) return false;
  if (channelId === undefined) return true;
  const channel = world.channels.get(channelId);
  return channel === undefined || hasPermission(world, channel, bot, Bits.ViewChannel);
}

/** Returns the shard of a guild, and 0 for DM channels. */
export function shardOf(guildId: Snowflake | undefined, count: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** Removes a message's content if the session lacks the message content intent. */
export function withoutHiddenContent(world: World, intents: number, dispatch: Dispatch): Dispatch {
  if (
    dispatch.t !== GatewayDispatchEvents.MessageCreate &&
    dispatch.t !== GatewayDispatchEvents.MessageUpdate
  ) {
    return dispatch;
  }
  if (intents & GatewayIntentBits.MessageContent) return dispatch;
  const d = hideContent(world, dispatch.d);
  return { t: dispatch.t, d };
}

/**
 * Returns a message as a bot without the message content intent receives it. The bot gets the content only
 * of its own messages, those that mention it and those in a DM channel.
 */
export function hideContent<M extends APIBaseMessage & APIMessageMentions>(
  world: World,
  message: M,
): M {
  const bot = world.application.bot.id;
  const channel = world.channels.get(message.channel_id);
  const canRead =
    message.author.id === bot ||
    message.mentions.some((user) => user.id === bot) ||
    (channel !== undefined && !('guild_id' in channel));
  return canRead
    ? message
    : { ...message, content: '', embeds: [], attachments: [], components: [] };
}
