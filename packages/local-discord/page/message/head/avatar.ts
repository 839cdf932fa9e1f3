import { fillOf, initialsOf } from '../../selectors/initials.ts';

/** Returns a picture of somebody's initials as a data URL: no avatar is fetched from anywhere. */
export function avatarUrl(userId: string, name: string): string {
  // Whatever else a name begins with would be markup here.
  const initials = initialsOf(name).replaceAll(/[^\p{L}\p{N}]/gu, '') || '?';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${fillOf(userId)}"/><text x="20" y="26" fill="#fff" font-family="sans-serif" font-size="16" font-weight="600" text-anchor="middle">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
