import { fillOf, initialsOf } from '../../selectors/initials.ts';

/** Returns a picture of a user's initials as a data URL, because avatars aren't fetched. */
export function avatarUrl(userId: string, name: string): string {
  // Other characters could be markup.
  const initials = initialsOf(name).replaceAll(/[^\p{L}\p{N}]/gu, '') || '?';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${fillOf(userId)}"/><text x="20" y="26" fill="#fff" font-family="sans-serif" font-size="16" font-weight="600" text-anchor="middle">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
