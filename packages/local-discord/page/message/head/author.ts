import type { APIUser } from 'discord-api-types/v10';
import type { Lookup } from '../../lookup.ts';
import { nameOf } from '../../selectors/name-of.ts';
import { colorOf } from '../../selectors/role-color.ts';

/** Who wrote something, as a message shows it. */
export interface Author {
  readonly name: string;
  readonly isApp: boolean;
  /** `#rrggbb` of the highest role that has a colour. */
  readonly color: string | undefined;
}

/** Names a user as the server does: nickname, display name, user name. */
export function authorOf(user: APIUser, lookup: Lookup): Author {
  const member = lookup.member(user.id);
  return {
    name: nameOf({ user, nick: member?.nick ?? null }),
    isApp: user.bot === true,
    color: colorOf(member?.roles ?? [], lookup.roles),
  };
}
