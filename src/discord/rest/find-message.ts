import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import type { FindOutcome, PortFailure, WantedMessage } from '../../delivery/message-port.ts';

/** How many messages are read per request. Discord gives no more. */
export const BATCH = 100;
const MOST_BATCHES = 20;

/** Discord's clock and ours may differ, so the search starts this long before `since`. */
const CLOCK_SLACK_MS = 10 * 60_000;

/** Our clock may have been wrong, so the search goes this far back as long as there are few messages. */
const CLOCK_ERROR_MS = 24 * 3_600_000;

/**
 * Looks for a message by an author that contains `mark` and was posted at or after `since`, newest
 * first. `readBatch` resolves to up to `BATCH` messages older than the given id.
 */
export async function findMessage(
  authorId: Snowflake,
  { mark, since }: Pick<WantedMessage, 'mark' | 'since'>,
  readBatch: (before: Snowflake | undefined) => Promise<readonly APIMessage[]>,
): Promise<Exclude<FindOutcome, PortFailure>> {
  const farthest = snowflakeAt(since.getTime() - CLOCK_ERROR_MS);
  let oldest: bigint | undefined;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const messages = await readBatch(oldest?.toString());
    const found = messages.find((message) => isWanted(message, authorId, mark));
    if (found) return { kind: 'found', messageId: found.id };
    if (messages.length < BATCH) return { kind: 'absent' };
    oldest = oldestOf(messages);
    if (oldest < farthest) return { kind: 'absent' };
  }
  const isCovered = oldest !== undefined && oldest < snowflakeAt(since.getTime() - CLOCK_SLACK_MS);
  if (isCovered) return { kind: 'absent' };
  return { kind: 'unknown', why: `more than ${MOST_BATCHES * BATCH} messages came since` };
}

const DISCORD_EPOCH_MS = 1_420_070_400_000;

function snowflakeAt(ms: number): bigint {
  return BigInt(Math.max(0, ms - DISCORD_EPOCH_MS)) << 22n;
}

function oldestOf(messages: readonly APIMessage[]): bigint {
  return messages.map(({ id }) => BigInt(id)).reduce((a, b) => (a < b ? a : b));
}

function isWanted(message: APIMessage, authorId: Snowflake, mark: string): boolean {
  if (message.author.id !== authorId) return false;
  return JSON.stringify([message.content, message.components]).includes(mark);
}
