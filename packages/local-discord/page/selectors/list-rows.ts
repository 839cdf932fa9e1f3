import type { APIMessage, MessageType, Snowflake } from 'discord-api-types/v10';
import { FLAG, hasFlag } from '../discord-numbers.ts';
import { dayOf } from './day-of.ts';

/** A line of the message list. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: APIMessage;
      /** Whether it stands under its author's last message without a head of its own. */
      readonly grouped: boolean;
    };

/** How the list is laid out. */
const LAYOUT = {
  /** Messages drawn at most; more cost time and nobody scrolls that far back. */
  maxMessages: 100,
  /** An author's messages stay together until one is this much younger than the one before. */
  groupMs: 7 * 60_000,
} as const;

/** Types of message that may stand under another: plain ones. */
const PLAIN = 0 as MessageType.Default;

/** Lays out messages, oldest first: days, the mark of what is new, and who goes on speaking. */
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
    const grouped = !isNewDay && !isNew && before !== undefined && goesOn(before, message);
    rows.push({ kind: 'message', key: message.id, message, grouped });
    before = message;
  }
  return rows;
}

function goesOn(before: APIMessage, message: APIMessage): boolean {
  return (
    message.type === PLAIN &&
    message.interaction_metadata === undefined &&
    before.author.id === message.author.id &&
    hasFlag(before, FLAG.ephemeral) === hasFlag(message, FLAG.ephemeral) &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < LAYOUT.groupMs
  );
}
