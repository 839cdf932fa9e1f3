import type { APIMessage, Snowflake } from 'discord-api-types/v10';

/** Whether a message is in a channel; `unknown` where the channel cannot be read back. */
export type FoundMessage =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string };

/** What is looked for: a message of this author that holds `mark`, posted at or after `since`. */
export interface WantedMessage {
  readonly authorId: Snowflake;
  readonly mark: string;
  readonly since: Date;
}

/** So many messages are read at once. */
export const PAGE = 100;
const MOST_PAGES = 20;

/** Discord's clock and ours may differ; a message is never looked for too late. */
const CLOCK_SLACK_MS = 10 * 60_000;

/** Our clock may have been set back since; so far is looked as long as there are few messages. */
const CLOCK_ERROR_MS = 24 * 3_600_000;

/** Looks for a message from the newest backwards; `readPage` gives up to 100 before an id. */
export async function findMessage(
  { authorId, mark, since }: WantedMessage,
  readPage: (before: Snowflake | undefined) => Promise<readonly APIMessage[]>,
): Promise<FoundMessage> {
  const farthest = snowflakeAt(since.getTime() - CLOCK_ERROR_MS);
  let oldest: bigint | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await readPage(oldest?.toString());
    const found = messages.find((message) => isWanted(message, authorId, mark));
    if (found) return { kind: 'found', messageId: found.id };
    if (messages.length < PAGE) return { kind: 'absent' };
    oldest = oldestOf(messages);
    if (oldest < farthest) return { kind: 'absent' };
  }
  const isCovered = oldest !== undefined && oldest < snowflakeAt(since.getTime() - CLOCK_SLACK_MS);
  if (isCovered) return { kind: 'absent' };
  return { kind: 'unknown', why: `more than ${MOST_PAGES * PAGE} messages came since` };
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
