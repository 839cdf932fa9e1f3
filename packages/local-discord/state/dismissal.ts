import type { Snowflake } from 'discord-api-types/v10';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/** Tells whether a user who can see the channel also sees the message. */
export function canSeeMessage(message: StoredMessage, userId: Snowflake): boolean {
  if (message.ephemeralTo === undefined) return true;
  return message.ephemeralTo === userId && message.isDismissed !== true;
}

/**
 * Hides an ephemeral message from its user. As in Discord, the bot gets no event and can still edit and delete
 * the message.
 */
export function dismissMessage(world: World, stored: StoredMessage): void {
  const { api, ephemeralTo: to } = stored;
  if (to === undefined) return;
  stored.isDismissed = true;
  const ids = { channelId: api.channel_id, messageId: api.id };
  world.viewUpdates.publish({ event: { kind: 'message-delete', ...ids }, to });
}
