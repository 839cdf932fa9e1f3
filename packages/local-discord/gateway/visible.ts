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

/** Tells whether a session hears of an event: its shard, its intents, and what its bot can see. */
export function isHeard(
  world: World,
  session: { readonly intents: number; readonly shard: readonly [number, number] },
  published: Published,
): boolean {
  const { dispatch, intent, guildId, channelId } = published;
  const bot = world.application.bot.id;
  if (intent !== 0 && !(session.intents & intent)) return false;
  if (shardOf(guildId, session.shard[1]) !== session.shard[0]) return false;
  const isFarewell = dispatch.t === GatewayDispatchEvents.GuildDelete;
  const isMember = world.guilds.get(guildId ?? '')?.members.has(bot) === true;
  // A user's own installation sends interactions from guilds that the bot is not in.
  if (guildId !== undefined && intent !== 0 && !isMember && !isFarewell) return false;
  if (channelId === undefined) return true;
  const channel = world.channels.get(channelId);
  return channel === undefined || hasPermission(world, channel, bot, Bits.ViewChannel);
}

/** Returns the shard that a guild belongs to; conversations belong to the first. */
export function shardOf(guildId: Snowflake | undefined, count: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** Blanks what a message says where the session lacks the message content intent. */
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
 * Returns the message as a bot without the message content intent reads it: its own, those that
 * mention it and those in a conversation with it in full, any other without words.
 */
export function hideContent<M extends APIBaseMessage & APIMessageMentions>(
  world: World,
  message: M,
): M {
  const bot = world.application.bot.id;
  const inGuild = world.channels.get(message.channel_id);
  const isOpen =
    message.author.id === bot ||
    message.mentions.some((user) => user.id === bot) ||
    (inGuild !== undefined && !('guild_id' in inGuild));
  return isOpen
    ? message
    : { ...message, content: '', embeds: [], attachments: [], components: [] };
}
