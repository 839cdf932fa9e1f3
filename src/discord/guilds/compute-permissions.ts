import { OverwriteType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { APIGuild, APIGuildMember, APIOverwrite } from 'discord-api-types/v10';

/** All permission bits. */
const ALL = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/**
 * Computes a member's permissions in a channel, as a bit set. The owner and administrators have all.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function computePermissions(
  { id: userId, roles }: { readonly id: string; readonly roles: APIGuildMember['roles'] },
  guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>,
  overwrites: readonly APIOverwrite[],
): bigint {
  const held = new Set([guild.id, ...roles]);
  const base = guild.roles
    .filter(({ id }) => held.has(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (guild.owner_id === userId || (base & Bits.Administrator) !== 0n) return ALL;
  const ofRoles = overwrites.filter(({ type }) => type === OverwriteType.Role);
  const ofMember = overwrites.filter(({ type }) => type === OverwriteType.Member);
  // Each step overrides those before it. Within a step, allowing overrides denying.
  return [
    ofRoles.filter(({ id }) => id === guild.id),
    ofRoles.filter(({ id }) => id !== guild.id && held.has(id)),
    ofMember.filter(({ id }) => id === userId),
  ].reduce(apply, base);
}

function apply(bits: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const union = (side: 'allow' | 'deny'): bigint =>
    overwrites.reduce((all, overwrite) => all | BigInt(overwrite[side]), 0n);
  return (bits & ~union('deny')) | union('allow');
}
