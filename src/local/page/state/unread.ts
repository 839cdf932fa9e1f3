import type { APIMessage, Snowflake } from 'discord-api-types/v10';

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
  meId: Snowflake,
): Unread | undefined {
  if (isOwn(message, meId)) return unread;
  const isMention =
    message.mention_everyone || message.mentions.some((mentioned) => mentioned.id === meId);
  return {
    firstId: unread?.firstId ?? message.id,
    count: (unread?.count ?? 0) + 1,
    mentions: (unread?.mentions ?? 0) + Number(isMention),
  };
}

/** Tells whether somebody wrote a message, or asked for it. */
export function isOwn(message: APIMessage, meId: Snowflake): boolean {
  return message.author.id === meId || message.interaction_metadata?.user.id === meId;
}
