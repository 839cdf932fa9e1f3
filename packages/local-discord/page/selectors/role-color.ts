import type { APIRole } from 'discord-api-types/v10';

/** The colour of a member's name: that of their highest coloured role, or none. */
export function colorOf(held: readonly string[], roles: readonly APIRole[]): string | undefined {
  const [role] = roles
    .filter(({ id, color }) => color !== 0 && held.includes(id))
    .toSorted((a, b) => b.position - a.position);
  return role && hexColor(role.color);
}

/** Writes Discord's number of a colour for CSS. */
export function hexColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
