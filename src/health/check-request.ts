import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback } from '../listen-address.ts';

/** What of a request decides whether it is answered. */
interface AskedRequest {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly authorization: string | undefined;
}

/** Why a request is not answered, as an HTTP status. */
export type RequestFault = 401 | 405 | 421;

/**
 * Checks a request. With a token, only those that bring it may ask. Without one, the address is loopback, and only
 * programs on this machine may ask: a web page whose name was made to lead here sends the name of its own host.
 */
export function checkRequest(
  { method, host, authorization }: AskedRequest,
  token: string | undefined,
): RequestFault | undefined {
  if (method !== 'GET' && method !== 'HEAD') return 405;
  if (token === undefined) return isLoopbackHost(host) ? undefined : 421;
  return isSame(authorization ?? '', `Bearer ${token}`) ? undefined : 401;
}

function isLoopbackHost(host: string | undefined): boolean {
  const name = /^(.+?)(?::\d{1,5})?$/u.exec(host ?? '')?.[1] ?? '';
  return isLoopback(name.replaceAll(/^\[|\]$/gu, ''));
}

/** Takes as long for any wrong text, so that nobody finds the token letter by letter. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(hash(given), hash(wanted));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
