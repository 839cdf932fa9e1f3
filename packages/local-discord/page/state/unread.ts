import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import { mentionsUser } from './mentions-user.ts';

/** The messages of a channel that the viewer hasn't seen. */
export interface Unread {
  readonly firstId: Snowflake;
  readonly count: number;
  /** How many of them mention the viewer. */
  readonly mentions: number;
}

/** Adds a new message to the count, unless the viewer wrote it or it answers the viewer. */
export function countUnread(
  unread: Unread | undefined,
  message: APIMessage,
  me: { readonly id: Snowflake; readonly roles: readonly Snowflake[] },
): Unread | undefined {
  if (isOwn(message, me.id)) return unread;
  return {
    firstId: unread?.firstId ?? message.id,
    count: (unread?.count ?? 0) + 1,
    mentions: (unread?.mentions ?? 0) + Number(mentionsUser(message, me.id, me.roles)),
  };
}

/** Tells whether a user wrote a message or ran the interaction that it answers. */
export function isOwn(message: APIMessage, meId: Snowflake): boolean {
  return message.author.id === meId || message.interaction_metadata?.user.id === meId;
}
