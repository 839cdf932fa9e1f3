/** Parameters that say where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid|at_\w+)$/i;

/**
 * A URL for comparison only: http as https, host in lower case without "www.", no fragment, no
 * tracking parameters, no slash at the end. Text that is no URL is returned trimmed.
 */
export function normalizeUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return text.trim();
  }
  const names = Array.from(url.searchParams.keys());
  for (const name of names) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  const protocol = url.protocol === 'http:' ? 'https:' : url.protocol;
  const host = url.host.replace(/^www\./, '');
  return `${protocol}//${host}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
