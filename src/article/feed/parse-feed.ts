import { runAtOnce, type Steps } from '../../slices.ts';
import { decodeDocument } from '../decode-document.ts';
import type { Feed, FeedResult } from './feed.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { findFeedLinks } from './find-feed-links.ts';
import { parseJsonFeed } from './parse-json-feed.ts';
import { parseXmlFeed } from './parse-xml-feed.ts';

/** A document as it was fetched. */
export interface FeedDocument {
  readonly bytes: Uint8Array;
  /** The server's Content-Type. */
  readonly contentType?: string;
  /** The address it was fetched from. Links are resolved against it. */
  readonly url?: string;
}

/**
 * Parses a feed in any common format: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. For a page
 * it returns the feeds that the page links to. Never throws, and no document can make it slow.
 */
export function parseFeed(document: FeedDocument): FeedResult {
  return runAtOnce(parseFeedInSteps(document));
}

/** The same in steps, because a large feed takes longer than the event loop may be held. */
export function* parseFeedInSteps({ bytes, contentType, url }: FeedDocument): Steps<FeedResult> {
  if (bytes.length > FEED_LIMITS.maxBytes) {
    return { kind: 'fault', reason: 'the feed is larger than 10 MB' };
  }
  const { text, encoding } = decodeDocument(bytes, contentType);
  const result = yield* parseFeedTextInSteps(text, url);
  if (result.kind !== 'feed') return result;
  return { kind: 'feed', feed: { ...result.feed, encoding } };
}

/** Parses the text of a feed in steps; see `parseFeed`. */
export function* parseFeedTextInSteps(text: string, url?: string): Steps<FeedResult> {
  if (text.trim() === '') return { kind: 'fault', reason: 'the document is empty' };
  const kind = sniffFeed(text);
  if (kind === 'page') return { kind, feedUrls: findFeedLinks(text, url) };
  if (kind === 'json') return asResult(yield* parseJsonFeed(text, url), 'JSON that is no feed');
  if (kind === 'xml')
    return asResult(yield* parseXmlFeed(text, url), 'a feed that is broken beyond repair');
  return { kind: 'fault', reason: 'neither a feed nor a web page' };
}

function asResult(feed: Feed | undefined, reason: string): FeedResult {
  return feed ? { kind: 'feed', feed } : { kind: 'fault', reason };
}

/** Detects a document's kind by its first element. Servers may print warnings before it. */
function sniffFeed(text: string): 'xml' | 'json' | 'page' | undefined {
  const head = text.slice(0, SNIFF_CHARS);
  if (/^\s*\{/u.test(head)) return 'json';
  const bare = head.replace(/<!--.*?(?:-->|$)/gsu, '');
  const root = ROOT.exec(bare)?.[1]?.toLowerCase();
  if (root !== undefined) return /^(?:html|head|body)/u.test(root) ? 'page' : 'xml';
  return /<!doctype\s+html/iu.test(bare) ? 'page' : undefined;
}

const SNIFF_CHARS = 65_536;
const ROOT = /<((?:html|head|body|(?:[\w.-]{1,40}:)?(?:rss|feed|rdf|channel))(?=[\s/>:]))/iu;
