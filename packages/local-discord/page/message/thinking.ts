import type { APIMessage } from 'discord-api-types/v10';
import { FLAG, hasFlag } from '../discord-numbers.ts';

/** How long a bot may take to answer: as long as the interaction's token is valid. */
const THINKS_AT_MOST_MS = 15 * 60_000;

/**
 * Returns the ms left to answer for a message that says "is thinking", 0 or less if over; undefined
 * for others.
 */
export function untilGivenUp(
  message: Pick<APIMessage, 'flags' | 'timestamp'>,
  now: number,
): number | undefined {
  if (!hasFlag(message, FLAG.loading)) return undefined;
  return Date.parse(message.timestamp) + THINKS_AT_MOST_MS - now;
}
