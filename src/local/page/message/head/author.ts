import type { APIUser } from 'discord-api-types/v10';
import type { Lookup } from '../../lookup.ts';

/** Who wrote something, as a message shows it. */
export interface Author {
  readonly name: string;
  readonly isApp: boolean;
  /** `#rrggbb` of the highest role that has a colour. */
  readonly color?: string;
}

/** Names a user as the server does: nickname, display name, user name. */
export function authorOf(user: APIUser, lookup: Lookup): Author {
  const member = lookup.member(user.id);
  const color = member?.roles
    .map((id) => lookup.role(id))
    .filter((role) => role !== undefined && role.color !== 0)
    .toSorted((a, b) => (b?.position ?? 0) - (a?.position ?? 0))
    .at(0)?.color;
  return {
    name: member?.nick ?? user.global_name ?? user.username,
    isApp: user.bot === true,
    ...(color === undefined ? {} : { color: hexColor(color) }),
  };
}

/** Writes Discord's number of a colour for CSS. */
export function hexColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
