import {
  AllowedMentionsTypes,
  PermissionFlagsBits as Bits,
  type APIAllowedMentions,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import { guildIdOf, type Channel } from './channel.ts';
import { hasPermission } from './permissions.ts';
import type { World } from './world.ts';

/** The users and roles that a message pings. */
export interface Mentions {
  readonly mentions: APIUser[];
  readonly mention_roles: Snowflake[];
  readonly mention_everyone: boolean;
}

/** The pings allowed by default: everything in a message, only users in an answer to an interaction. */
export const defaultAllowedMentions = {
  message: {
    parse: [AllowedMentionsTypes.User, AllowedMentionsTypes.Role, AllowedMentionsTypes.Everyone],
  },
  interaction: { parse: [AllowedMentionsTypes.User] },
} as const satisfies Record<string, { parse: readonly AllowedMentionsTypes[] }>;

/**
 * Finds whom a text pings: the mentioned users and roles that `allowed` permits and that the author may ping.
 * A role is pinged if it is mentionable or if the author may mention everyone.
 */
export function resolveMentions(
  world: World,
  parts: {
    readonly text: string;
    readonly channel: Channel;
    readonly authorId: Snowflake;
    readonly allowed: APIAllowedMentions | { readonly parse: readonly AllowedMentionsTypes[] };
    /** The author of the message that is replied to. */
    readonly repliedTo?: APIUser | undefined;
  },
): Mentions {
  const allowed: APIAllowedMentions = { ...parts.allowed, parse: [...(parts.allowed.parse ?? [])] };
  const mayPingAll = hasPermission(world, parts.channel, parts.authorId, Bits.MentionEveryone);
  const guildId = guildIdOf(parts.channel);
  const roles = world.guilds.get(guildId ?? '')?.api.roles ?? [];
  const userIds = idsIn(parts.text, /<@!?(\d+)>/g).filter((id) =>
    isAllowed(allowed, AllowedMentionsTypes.User, allowed.users, id),
  );
  if (parts.repliedTo && allowed.replied_user !== false) userIds.push(parts.repliedTo.id);
  const roleIds = idsIn(parts.text, /<@&(\d+)>/g).filter(
    (id) =>
      isAllowed(allowed, AllowedMentionsTypes.Role, allowed.roles, id) &&
      roles.some((role) => role.id === id && (role.mentionable || mayPingAll)),
  );
  return {
    mentions: [...new Set(userIds)].flatMap((id) => world.users.get(id) ?? []),
    mention_roles: roleIds,
    mention_everyone:
      mayPingAll &&
      guildId !== undefined &&
      (allowed.parse ?? []).includes(AllowedMentionsTypes.Everyone) &&
      /@(everyone|here)\b/.test(parts.text),
  };
}

function idsIn(text: string, pattern: RegExp): Snowflake[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))];
}

function isAllowed(
  allowed: APIAllowedMentions,
  type: AllowedMentionsTypes,
  listed: readonly Snowflake[] | undefined,
  id: Snowflake,
): boolean {
  return (allowed.parse ?? []).includes(type) || (listed ?? []).includes(id);
}
