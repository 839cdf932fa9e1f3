import { parseUrl } from '../../parse-url.ts';

/**
 * The address that a page calls its own, where it can be believed: on the same site, and no mere home page
 * for every article. A page may not speak for another publisher's.
 */
export function readCanonicalUrl(
  named: string | null | undefined,
  url?: string,
): string | undefined {
  const canonical = named ? parseUrl(named, url) : undefined;
  if (!canonical || !/^https?:$/u.test(canonical.protocol)) return undefined;
  const page = url === undefined ? undefined : parseUrl(url);
  if (!page) return canonical.href;
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
