import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { mentions } from './mentions.ts';

/** What came into a channel while nobody looked. */
export interface Unread {
  readonly firstId: Snowflake;
  readonly count: number;
  /** How many of them mention the viewer. */
  readonly mentions: number;
}

/** Counts a new message in; what the viewer wrote or asked for is read already. */
export function countUnread(
  unread: Unread | undefined,
  message: APIMessage,
  me: { readonly id: Snowflake; readonly roles: readonly Snowflake[] },
): Unread | undefined {
  if (isOwn(message, me.id)) return unread;
  return {
    firstId: unread?.firstId ?? message.id,
    count: (unread?.count ?? 0) + 1,
    mentions: (unread?.mentions ?? 0) + Number(mentions(message, me.id, me.roles)),
  };
}

/** Tells whether somebody wrote a message, or asked for it. */
export function isOwn(message: APIMessage, meId: Snowflake): boolean {
  return message.author.id === meId || message.interaction_metadata?.user.id === meId;
}
