import { mapInSteps, type Steps } from '../../slices.ts';
import type { Feed } from './feed.ts';
import { declaredSubtag } from '../../text/language-tags.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { findPageUrl, findSelfUrl } from './feed-links.ts';
import { readRichText, toLine } from './feed-rich-text.ts';
import { parseFeedEntry } from './parse-feed-entry.ts';
import { readXml } from './read-xml.ts';
import { childOf, childrenOf, textOf, type XmlNode } from './xml-node.ts';

/**
 * Parses, in steps, RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and CDF. Undefined if the text contains no feed.
 */
export function* parseXmlFeed(text: string, url?: string): Steps<Feed | undefined> {
  const document = yield* readXml(text, url);
  const root = document && findRoot(document);
  if (!root) return undefined;
  const channel = root.name === 'channel' ? root : (childOf(root, 'channel') ?? root);
  const title = childOf(channel, 'title', 'dc:title', 'atom:title');
  const homeUrl = findPageUrl(channel);
  const selfUrl = findSelfUrl(channel) ?? findSelfUrl(root);
  const lang = readLang(channel) ?? declaredSubtag(root.lang);
  const ttlMinutes = Number.parseInt(textOfChild(channel, 'ttl') ?? '', 10);
  return {
    ...(title && { title: toLine(readRichText(title)) }),
    ...(homeUrl !== undefined && { homeUrl }),
    ...(selfUrl !== undefined && { selfUrl }),
    ...(lang !== undefined && { lang }),
    ...(ttlMinutes > 0 && { ttlMinutes }),
    entries: yield* mapInSteps(
      findEntries(root, channel).slice(0, FEED_LIMITS.maxEntries),
      (node) => parseFeedEntry(withBase(node, url === undefined ? homeUrl : undefined), lang),
    ),
  };
}

const ROOTS: ReadonlySet<string> = new Set([
  'rss',
  'feed',
  'rdf:rdf',
  'rdf',
  'channel',
  'atom:feed',
]);

/** Finds the feed's root element, skipping what a broken server printed before it. */
function findRoot(node: XmlNode, depth = 0): XmlNode | undefined {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (ROOTS.has(child.name)) return child;
    const found = depth < MAX_ROOT_DEPTH ? findRoot(child, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

const MAX_ROOT_DEPTH = 3;

/** In RSS 1.0 the items are next to the channel, in RSS 1.1 in a list inside it, otherwise directly inside it. */
function findEntries(root: XmlNode, channel: XmlNode): XmlNode[] {
  const holders = root === channel ? [root] : [channel, root];
  const more = childrenOf(root, 'channel').filter((each) => each !== channel);
  const lists = childrenOf(channel, 'items', 'rdf:items');
  return [...holders, ...more, ...lists].flatMap((holder) =>
    holder.children.filter(
      (child): child is XmlNode => typeof child !== 'string' && ENTRIES.has(child.name),
    ),
  );
}

const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry', 'atom:entry']);

function readLang(channel: XmlNode): string | undefined {
  const named = textOfChild(channel, 'language', 'dc:language');
  return declaredSubtag(named) ?? declaredSubtag(channel.lang);
}

function textOfChild(node: XmlNode, ...names: readonly string[]): string | undefined {
  const child = childOf(node, ...names);
  return child && textOf(child);
}

/** If a feed's address is unknown, its links are relative to the page that it belongs to. */
function withBase(node: XmlNode, base: string | undefined): XmlNode {
  if (base === undefined || node.base !== undefined) return node;
  return {
    ...node,
    base,
    children: node.children.map((child) =>
      typeof child === 'string' ? child : { ...child, base: child.base ?? base },
    ),
  };
}
