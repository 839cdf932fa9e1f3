import { GatewayDispatchEvents as Event, type Snowflake } from 'discord-api-types/v10';
import type { Published, ViewUpdate } from '../state/feed.ts';
import type { World } from '../state/world.ts';
import { canSeeChannel } from './can-see.ts';
import type { ViewEvent } from './view.ts';

/** Translates a gateway event into the view events of a user. */
export function translatePublished(
  world: World,
  userId: Snowflake,
  { dispatch }: Published,
): ViewEvent[] {
  const { t, d } = dispatch;
  if (t === Event.MessageCreate)
    return describeMessage(world, userId, 'message', d.channel_id, d.id);
  if (t === Event.MessageUpdate) {
    return describeMessage(world, userId, 'message-edit', d.channel_id, d.id);
  }
  if (t === Event.MessageDelete) {
    const { channel_id: channelId, id: messageId } = d;
    return isSeen(world, userId, channelId)
      ? [{ kind: 'message-delete', channelId, messageId }]
      : [];
  }
  if (t === Event.InteractionCreate) return [];
  // Servers, channels, roles and members may have changed what the user sees.
  if (t !== Event.ThreadCreate) return [{ kind: 'view' }];
  // If the thread was started from a message, that message has the thread's id and now shows the thread.
  const parentId = d.parent_id ?? '';
  return [{ kind: 'view' }, ...describeMessage(world, userId, 'message-edit', parentId, d.id)];
}

/** Returns the event of an update if the user sees it. */
export function translateViewUpdate(
  world: World,
  userId: Snowflake,
  { event, to }: ViewUpdate,
): ViewEvent[] {
  if (to !== undefined && to !== userId) return [];
  return 'channelId' in event && !isSeen(world, userId, event.channelId) ? [] : [event];
}

function describeMessage(
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
