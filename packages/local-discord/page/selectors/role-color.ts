import type { APIRole } from 'discord-api-types/v10';

/**
 * Returns the colour of a member's name: that of the highest role with a colour; undefined if there
 * is none.
 */
export function colorOf(held: readonly string[], roles: readonly APIRole[]): string | undefined {
  const [role] = roles
    .filter(({ id, color }) => color !== 0 && held.includes(id))
    .toSorted((a, b) => b.position - a.position);
  return role && hexColor(role.color);
}

/** Converts Discord's number for a colour to CSS. */
export function hexColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
