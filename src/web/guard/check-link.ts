import type { Endpoints } from './allowed-endpoints.ts';
import { FetchFault } from '../request/fetch-failure.ts';
import { FETCH_LIMITS } from '../request/fetch-limits.ts';
import { parseUrl } from '../../parse-url.ts';

/** Longest host name that DNS has. */
const MAX_HOST_CHARS = 253;

/**
 * A link as a URL that may be asked for, or a thrown FetchFault that says why not. It looks at what
 * is written only: where the name leads is checked when connecting. The URL standard has by then
 * turned `2130706433`, `0x7f.1` and `0177.0.0.1` into 127.0.0.1, so no such form needs a rule here.
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
