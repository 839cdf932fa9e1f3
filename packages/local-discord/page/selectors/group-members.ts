import type { APIRole } from 'discord-api-types/v10';
import type { ViewGuild, ViewMember } from '../../view/view.ts';
import { nameOf } from './name-of.ts';

/** Members whose highest role is the same. */
export interface MemberGroup {
  readonly name: string;
  readonly members: readonly ViewMember[];
}

/**
 * Groups members by their highest role, as Discord's member list does. Members without a role come
 * last.
 */
export function groupMembers({ id, roles, members }: ViewGuild): MemberGroup[] {
  const ordered = roles
    .filter((role) => role.id !== id)
    .toSorted((a, b) => b.position - a.position);
  const byRole = new Map<APIRole | undefined, ViewMember[]>();
  for (const role of [...ordered, undefined]) byRole.set(role, []);
  for (const member of members) {
    byRole.get(ordered.find((role) => member.roles.includes(role.id)))?.push(member);
  }
  return [...byRole]
    .filter(([, held]) => held.length > 0)
    .map(([role, held]) => ({ name: role?.name ?? 'Members', members: held.toSorted(byName) }));
}

function byName(a: ViewMember, b: ViewMember): number {
  return nameOf(a).localeCompare(nameOf(b));
}
