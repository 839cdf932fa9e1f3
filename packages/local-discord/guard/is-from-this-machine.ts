const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Tells whether a request was addressed to loopback and comes from no page, or from one of the same origin.
 * The host is looked at because a foreign name may resolve to this machine (DNS rebinding); `site` is what
 * browsers say in `Sec-Fetch-Site`, also where they send no origin. A page of another port of this machine
 * is `same-site`, and a stranger all the same.
 */
export function isFromThisMachine(headers: {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly site?: string | undefined;
}): boolean {
  const { host, origin, site } = headers;
  if (host === undefined || !loopback.test(host)) return false;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin === `http://${host}`;
}
