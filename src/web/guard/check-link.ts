import type { Endpoints } from './allowed-endpoints.ts';
import { FetchFault } from '../request/fetch-failure.ts';
import { FETCH_LIMITS } from '../request/fetch-limits.ts';
import { parseUrl } from '../../parse-url.ts';

/** The longest host name that DNS allows. */
const MAX_HOST_CHARS = 253;

/**
 * Parses a link that may be requested. Throws a FetchFault if it may not. This checks only the spelling;
 * the address behind a name is checked when connecting. By then the URL parser has turned `2130706433`,
 * `0x7f.1` and `0177.0.0.1` into 127.0.0.1, so such forms need no rule here.
 */
export function checkLink(
  link: string | URL,
  endpoints: Endpoints,
  maxLinkChars: number = FETCH_LIMITS.maxLinkChars,
): URL {
  const text = String(link).trim();
  if (text.length > maxLinkChars) throw new FetchFault('link-too-long');
  const url = parseUrl(text);
  if (!url) throw new FetchFault('bad-link');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchFault('refused-scheme', { what: url.protocol.slice(0, -1).slice(0, 20) });
  }
  if (url.username !== '' || url.password !== '') throw new FetchFault('refused-credentials');
  if (url.hostname === '' || url.hostname.length > MAX_HOST_CHARS) throw new FetchFault('bad-link');
  if (!endpoints.allowsPort(url.protocol, portOf(url))) {
    throw new FetchFault('refused-port', { host: url.hostname });
  }
  return url;
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
