import { parseUrl } from '../parse-url.ts';
import { trimEndWhile } from '../text/trim-end-while.ts';

/**
 * Normalizes an address, to tell whether two addresses are the same page: https, lower-case host
 * without "www." or "m.", no fragment, no tracking parameters, the others sorted, no trailing
 * slash. Undefined if it isn't an http address.
 */
export function canonicalUrl(text: string): string | undefined {
  const url = parseUrl(text.trim());
  if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === '') return undefined;
  const names = Array.from(url.searchParams.keys());
  for (const name of names) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  const host = url.host.replace(/^(?:www|m|amp)\./u, '');
  const path = url.pathname.replace(/\/(?:amp\/?|index\.html?)$/u, '');
  return `https://${host}${trimEndWhile(path, /\//u)}${url.search}`;
}

/** Parameters that say where a reader came from, not what they read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|ref|ref_src|cmpid|cmp|at_\w+|ns_\w+|smid|smtyp|ocid|src|source|share|rss|feature|amp|outputtype|xtor|s_cid|icid|wt_mc|wt\.mc_id|traffic_source|__twitter_impression|_ga|_hs(?:enc|mi)|vero_id)$/iu;
