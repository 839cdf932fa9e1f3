import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { byId } from './channel-messages.ts';
import { isOwn } from './unread.ts';

/**
 * Returns the first message after the last seen one that isn't the viewer's own; `messages` are
 * oldest first.
 */
export function firstUnseen(
  messages: readonly APIMessage[],
  seenId: Snowflake,
  meId: Snowflake,
): Snowflake | undefined {
  return messages.find((message) => byId(message, { id: seenId }) > 0 && !isOwn(message, meId))?.id;
}
