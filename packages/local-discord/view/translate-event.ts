import { GatewayDispatchEvents as Event, type Snowflake } from 'discord-api-types/v10';
import type { Published, Whisper } from '../state/feed.ts';
import type { World } from '../state/world.ts';
import { canSeeChannel } from './can-see.ts';
import type { ViewEvent } from './view.ts';

/** Tells what a gateway event changes before a user's eyes. */
export function translatePublished(
  world: World,
  userId: Snowflake,
  { dispatch }: Published,
): ViewEvent[] {
  const { t, d } = dispatch;
  if (t === Event.MessageCreate) return tellMessage(world, userId, 'message', d.channel_id, d.id);
  if (t === Event.MessageUpdate) {
    return tellMessage(world, userId, 'message-edit', d.channel_id, d.id);
  }
  if (t === Event.MessageDelete) {
    const { channel_id: channelId, id: messageId } = d;
    return isSeen(world, userId, channelId)
      ? [{ kind: 'message-delete', channelId, messageId }]
      : [];
  }
  if (t === Event.InteractionCreate) return [];
  // Servers, channels, roles and members: which of them matter is for the view to say.
  if (t !== Event.ThreadCreate) return [{ kind: 'view' }];
  // A message that a thread was started from has that thread's id, and shows it from now on.
  const parentId = d.parent_id ?? '';
  return [{ kind: 'view' }, ...tellMessage(world, userId, 'message-edit', parentId, d.id)];
}

/** Tells what of a whisper reaches a user. */
export function translateWhisper(
  world: World,
  userId: Snowflake,
  { event, to }: Whisper,
): ViewEvent[] {
  if (to !== undefined && to !== userId) return [];
  return 'channelId' in event && !isSeen(world, userId, event.channelId) ? [] : [event];
}

function tellMessage(
  world: World,
  userId: Snowflake,
  kind: 'message' | 'message-edit',
  channelId: Snowflake,
  messageId: Snowflake,
): ViewEvent[] {
  const message = world.messages.get(channelId)?.get(messageId)?.api;
  return message && isSeen(world, userId, channelId) ? [{ kind, channelId, message }] : [];
}

function isSeen(world: World, userId: Snowflake, channelId: Snowflake): boolean {
  const channel = world.channels.get(channelId);
  return channel !== undefined && canSeeChannel(world, channel, userId);
}
