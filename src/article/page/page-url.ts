/**
 * The address that a page calls its own, where it can be believed: on the same site, and no mere home page
 * for every article. A page may not speak for another publisher's.
 */
export function readCanonicalUrl(
  named: string | null | undefined,
  url?: string,
): string | undefined {
  if (!named || !URL.canParse(named, url)) return undefined;
  const canonical = new URL(named, url);
  if (!/^https?:$/u.test(canonical.protocol)) return undefined;
  if (url === undefined || !URL.canParse(url)) return canonical.href;
  const page = new URL(url);
  if (!isSameSite(canonical.hostname, page.hostname)) return undefined;
  return canonical.pathname === '/' && page.pathname !== '/' ? undefined : canonical.href;
}

/** The same host, or one below the other: "amp.example.org" and "www.example.org" both are example.org's. */
function isSameSite(a: string, b: string): boolean {
  const [one, other] = [bareHost(a), bareHost(b)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function bareHost(host: string): string {
  return host.replace(/^(?:www\d?|m|mobile|amp|edition)\./u, '');
}
