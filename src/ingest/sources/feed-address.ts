import { parseUrl } from '../../parse-url.ts';
import { trimEndWhile } from '../../text/trim-end-while.ts';

/** Longer texts are not the address of a feed. */
const LONGEST = 2048;

/**
 * Reads the address of a feed as a person types it: `feed:` and a missing `https://` are understood.
 * Undefined if it is not an http address, or contains a password.
 */
export function parseFeedAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^feed:(?:\/\/)?(?=[^/])/iu, '');
  if (bare === '' || /\s/u.test(bare) || bare.length > LONGEST) return undefined;
  const full = /^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(bare) ? bare : `https://${bare}`;
  const url = parseUrl(full);
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  if (!isHost(url.hostname)) return undefined;
  url.hash = '';
  return url.href;
}

/** A name with a dot, an IPv6 address, or this machine. The fetcher decides whether it may be fetched. */
function isHost(name: string): boolean {
  return name === 'localhost' || name.startsWith('[') || /[^.]\.[^.]/u.test(name);
}

/**
 * One spelling of a feed's address, for telling whether two are the same feed: http and https, "www."
 * and a closing slash apart. Unlike a page's, every parameter counts: `?feed=sport` is another feed.
 */
export function canonicalFeedUrl(address: string): string {
  const url = new URL(address);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./u, '');
  return `${host}${trimEndWhile(url.pathname, /\//u)}${url.search}`;
}
