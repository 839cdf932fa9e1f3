import { resolveUrl } from './resolve-url.ts';
import { childrenOf, textOf, type XmlNode } from './xml-node.ts';

/**
 * Finds the page of an entry or feed: the original address if a feed service rewrote it, else the
 * link, an alternate link, or an id that is an address.
 */
export function findPageUrl(node: XmlNode): string | undefined {
  const original = childrenOf(node, 'feedburner:origlink').map((each) => toUrl(textOf(each), each));
  const links = childrenOf(node, 'link', 'atom:link');
  const plain = links.filter((link) => isPlain(link)).map((link) => toUrl(textOf(link), link));
  const alternates = links.filter((link) => isAlternate(link)).toSorted(byType);
  const candidates = [
    ...original,
    ...alternates.map((link) => toUrl(link.attributes['href'], link)),
    ...plain,
    ...alternates.map((link) => toUrl(textOf(link), link)),
    ...childrenOf(node, 'guid').map(readPermalink),
    toUrl(node.attributes['href'], node),
    resolveUrl(aboutOf(node)),
  ];
  return candidates.find((url) => url !== undefined);
}

/** Whether a link's address is the element's text, as in RSS. */
function isPlain(link: XmlNode): boolean {
  return link.attributes['href'] === undefined && link.attributes['rel'] === undefined;
}

/** Finds a feed's own address as the feed states it. */
export function findSelfUrl(node: XmlNode): string | undefined {
  const own = childrenOf(node, 'link', 'atom:link').find((link) => relOf(link) === 'self');
  return own && toUrl(own.attributes['href'], own);
}

/** The value of `rdf:about`: the id of an RDF item. */
export function aboutOf({ attributes }: XmlNode): string | undefined {
  const name = Object.keys(attributes).find((each) => each === 'about' || each.endsWith(':about'));
  const about = name === undefined ? undefined : attributes[name]?.trim();
  return about === '' ? undefined : about;
}

function isAlternate(link: XmlNode): boolean {
  const rel = relOf(link);
  if (rel === 'alternate') return true;
  return rel === '' && link.attributes['href'] !== undefined;
}

function relOf({ attributes }: XmlNode): string {
  return (attributes['rel'] ?? '')
    .trim()
    .toLowerCase()
    .replace(/^http:\/\/www\.iana\.org\/.*\//u, '');
}

/** Sorts pages before other forms of the same article. */
function byType(a: XmlNode, b: XmlNode): number {
  return typeRank(a) - typeRank(b);
}

function typeRank({ attributes }: XmlNode): number {
  const type = attributes['type']?.toLowerCase() ?? 'text/html';
  return type.includes('html') ? 0 : 1;
}

/** A guid is the article's address unless it says otherwise. */
function readPermalink(guid: XmlNode): string | undefined {
  if (guid.attributes['ispermalink']?.trim().toLowerCase() === 'false') return undefined;
  const text = textOf(guid).trim();
  return /^https?:\/\//iu.test(text) ? resolveUrl(text) : undefined;
}

/** Entities in an address were escaped twice. */
function toUrl(text: string | undefined, { base }: XmlNode): string | undefined {
  return resolveUrl(text?.replaceAll('&amp;', '&'), base);
}
