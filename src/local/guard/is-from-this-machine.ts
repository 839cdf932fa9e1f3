const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Tells whether a request was addressed to loopback and comes from no page, or from one of the same host.
 * The host is looked at because a foreign name may resolve to this machine (DNS rebinding).
 */
export function isFromThisMachine(headers: {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}): boolean {
  const { host, origin } = headers;
  if (host === undefined || !loopback.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}
