/** Backgrounds on which white letters stand out by 4.5 : 1 at least. */
const BACKGROUNDS = ['#4a57d8', '#1f7a45', '#a8540b', '#b3261e', '#9c2f75', '#5c6470'];

/** Returns a picture of somebody's initial as a data URL: no avatar is fetched from anywhere. */
export function avatarUrl(userId: string, name: string): string {
  const initial = [...name.matchAll(/[\p{L}\p{N}]/gu)][0]?.[0].toUpperCase() ?? '?';
  const seed = Number(userId.slice(-4));
  const background = BACKGROUNDS[(Number.isNaN(seed) ? 0 : seed) % BACKGROUNDS.length] ?? '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${background}"/><text x="20" y="27" fill="#fff" font-family="sans-serif" font-size="19" font-weight="600" text-anchor="middle">${initial}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
