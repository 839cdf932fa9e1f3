const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Tells whether a request was sent to loopback, and by a script or a page of the same origin. The host is
 * checked because a foreign name may resolve to this machine (DNS rebinding). `site` is the header
 * `Sec-Fetch-Site`, which browsers send even without an `Origin`. A page of another port on this machine is
 * `same-site`, and it is refused too.
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
