import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { byId } from './messages.ts';
import { isOwn } from './unread.ts';

/** Returns the first message, of those oldest first, that somebody has not seen who has seen one. */
export function firstUnseen(
  messages: readonly APIMessage[],
  seenId: Snowflake,
  meId: Snowflake,
): Snowflake | undefined {
  return messages.find((message) => byId(message, { id: seenId }) > 0 && !isOwn(message, meId))?.id;
}
