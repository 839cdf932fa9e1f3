import type { APIUser } from 'discord-api-types/v10';
import type { Lookup } from '../../lookup.ts';
import { nameOf } from '../../selectors/name-of.ts';
import { colorOf } from '../../selectors/role-color.ts';

/** The author of a message, as shown. */
export interface Author {
  readonly name: string;
  readonly isApp: boolean;
  /** `#rrggbb` of the highest role that has a colour. */
  readonly color: string | undefined;
}

/** Returns a user's name in the server (nickname, else display name, else user name) and its colour. */
export function authorOf(user: APIUser, lookup: Lookup): Author {
  const member = lookup.member(user.id);
  return {
    name: nameOf({ user, nick: member?.nick ?? null }),
    isApp: user.bot === true,
    color: colorOf(member?.roles ?? [], lookup.roles),
  };
}
