import type { Snowflake } from 'discord-api-types/v10';
import type { StoredMessage } from './records/stored-message.ts';
import type { World } from './world.ts';

/** Tells whether a message stands before a user who sees its channel. */
export function canSeeMessage(message: StoredMessage, userId: Snowflake): boolean {
  if (message.ephemeralTo === undefined) return true;
  return message.ephemeralTo === userId && message.isDismissed !== true;
}

/**
 * Takes an ephemeral message from before the one who sees it. The bot does not hear of it, and what it
 * does to the message goes on to work, as in Discord.
 */
export function dismissMessage(world: World, stored: StoredMessage): void {
  const { api, ephemeralTo: to } = stored;
  if (to === undefined) return;
  stored.isDismissed = true;
  const place = { channelId: api.channel_id, messageId: api.id };
  world.whispers.publish({ event: { kind: 'message-delete', ...place }, to });
}
