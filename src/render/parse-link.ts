import { DISCORD_LIMITS } from './discord-limits.ts';

/** Characters that would end a masked link early or start other Markdown inside it. */
const UNSAFE = /[()[\]<>"'`\\*_~|\s]/gu;

/**
 * Returns an address in a form that is safe in a masked link or button. Undefined for anything but
 * http and https, for addresses with a user name (they pretend to be another site), and for those
 * longer than Discord accepts.
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
