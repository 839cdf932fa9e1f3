import type { APIMessage, Snowflake } from 'discord-api-types/v10';

/** Tells whether a message mentions a user: by name, by one of the user's roles, or by @everyone. */
export function mentionsUser(
  message: Pick<APIMessage, 'mention_everyone' | 'mentions' | 'mention_roles'>,
  userId: Snowflake,
  roleIds: readonly Snowflake[],
): boolean {
  return (
    message.mention_everyone ||
    message.mentions.some(({ id }) => id === userId) ||
    message.mention_roles.some((id) => roleIds.includes(id))
  );
}
