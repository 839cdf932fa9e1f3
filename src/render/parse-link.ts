import { DISCORD_LIMITS } from './discord-limits.ts';

/** Characters that would end a masked link early or start other markdown inside it. */
const UNSAFE = /[()[\]<>"'`\\*_~|\s]/gu;

/**
 * The address as it may stand in a masked link or button, or undefined for anything but http and
 * https, for addresses with a user name (they pretend to be another site), and for those longer
 * than Discord takes.
 */
export function parseLink(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined;
  if (parsed.username || parsed.password || parsed.host.includes('[')) return undefined;
  const safe = parsed.href.replaceAll(UNSAFE, percentEncode);
  return safe.length <= DISCORD_LIMITS.buttonUrlLength ? safe : undefined;
}

function percentEncode(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
