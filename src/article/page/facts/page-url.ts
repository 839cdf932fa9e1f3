import { parseUrl } from '../../../parse-url.ts';

/**
 * Reads a page's canonical address if it is credible: on the same site, and not a home page given
 * for every article. A page may not speak for another publisher.
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

/**
 * The same host, or one a subdomain of the other: "amp.example.org" and "www.example.org" both
 * belong to example.org.
 */
function isSameSite(a: string, b: string): boolean {
  const [one, other] = [bareHost(a), bareHost(b)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function bareHost(host: string): string {
  return host.replace(/^(?:www\d?|m|mobile|amp|edition)\./u, '');
}

/** The name in an address: "https://www.halvmopost.example/" → "halvmopost". */
export function siteOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : parseUrl(url)?.hostname;
  return host
    ?.replace(/^www\./u, '')
    .split('.')
    .at(0);
}
