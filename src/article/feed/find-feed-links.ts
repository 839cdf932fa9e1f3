import { Parser } from 'htmlparser2';
import { cleanText } from '../clean-text.ts';
import type { FeedLink } from './feed.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { resolveUrl } from './resolve-url.ts';

/** Finds the feeds in a page's `<link rel="alternate">` elements, in order, each once. */
export function findFeedLinks(html: string, url?: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = url;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href, title }) {
      if (name === 'base') base = resolveUrl(href, url) ?? base;
      if (name !== 'link' || !/(?:^|\s)(?:alternate|feed)(?:\s|$)/iu.test(rel)) return;
      if (!FEED_TYPE.test(type) && !/(?:^|\s)feed(?:\s|$)/iu.test(rel)) return;
      const address = resolveUrl(href?.replace(/^feed:(?:\/\/)?(?=https?:)/iu, ''), base);
      if (address === undefined || found.has(address)) return;
      if (found.size >= FEED_LIMITS.maxLinks) return;
      const words = cleanText(title ?? '').slice(0, FEED_LIMITS.maxFieldChars);
      found.set(address, words === '' ? { url: address } : { url: address, title: words });
    },
  });
  // Links are in the head, so the body isn't parsed.
  parser.end(html.slice(0, HEAD_CHARS));
  return [...found.values()];
}

const HEAD_CHARS = 500_000;
const FEED_TYPE =
  /^\s*(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml)\b/iu;
