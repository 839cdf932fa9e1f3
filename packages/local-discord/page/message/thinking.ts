import type { APIMessage } from 'discord-api-types/v10';
import { FLAG, hasFlag } from '../discord-numbers.ts';

/** How long a bot may think: as long as its interaction's token lives. */
const THINKS_AT_MOST_MS = 15 * 60_000;

/** Ms until a message that says that the bot is thinking gives up, at most 0 when it has; undefined for others. */
export function untilGivenUp(
  message: Pick<APIMessage, 'flags' | 'timestamp'>,
  now: number,
): number | undefined {
  if (!hasFlag(message, FLAG.loading)) return undefined;
  return Date.parse(message.timestamp) + THINKS_AT_MOST_MS - now;
}
