import type { APIMessage, MessageType, Snowflake } from 'discord-api-types/v10';
import { FLAG, hasFlag } from '../discord-numbers.ts';
import { dayOf } from './day-of.ts';

/** A row of the message list. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: APIMessage;
      /** Whether it follows a message of the same author, so that name and avatar are left out. */
      readonly grouped: boolean;
    };

/** How the list is laid out. */
const LAYOUT = {
  /** The greatest number of messages drawn; more would be slow, and nobody scrolls back that far. */
  maxMessages: 100,
  /** Consecutive messages of an author are grouped if less time than this is between them. */
  groupMs: 7 * 60_000,
} as const;

/** Only messages of this type are grouped. */
const PLAIN = 0 as MessageType.Default;

/**
 * Lists the rows of the given messages, oldest first, with separators for days and for new
 * messages.
 */
export function listRows(
  messages: readonly APIMessage[],
  { zone, newFrom }: { readonly zone: string; readonly newFrom?: Snowflake | undefined },
): Row[] {
  const rows: Row[] = [];
  let before: APIMessage | undefined;
  for (const message of messages.slice(-LAYOUT.maxMessages)) {
    const at = Date.parse(message.timestamp);
    const day = dayOf(at, zone);
    const isNewDay = !before || dayOf(Date.parse(before.timestamp), zone) !== day;
    const isNew = message.id === newFrom;
    if (isNewDay) rows.push({ kind: 'day', key: day, at });
    if (isNew) rows.push({ kind: 'new', key: 'new' });
    const grouped = !isNewDay && !isNew && before !== undefined && isContinuation(before, message);
    rows.push({ kind: 'message', key: message.id, message, grouped });
    before = message;
  }
  return rows;
}

function isContinuation(before: APIMessage, message: APIMessage): boolean {
  return (
    message.type === PLAIN &&
    message.interaction_metadata === undefined &&
    before.author.id === message.author.id &&
    hasFlag(before, FLAG.ephemeral) === hasFlag(message, FLAG.ephemeral) &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < LAYOUT.groupMs
  );
}
