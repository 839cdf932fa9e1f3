import { wordSet } from '../../text/word-set.ts';

/**
 * The usual prefix of a namespace by the beginning of its lower-case address; '' for the feed
 * formats' own.
 */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['http://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/', 'atom'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/', 'other'],
  ['http://purl.org/rss/', ''],
  ['http://purl.org/net/rss', ''],
  ['http://backend.userland.com/rss', ''],
  ['http://backend.userland.com/creativecommons', 'other'],
  ['http://blogs.law.harvard.edu/tech/rss', ''],
  ['http://cyber.law.harvard.edu/rss', ''],
  ['http://channel.netscape.com/rdf/', ''],
  ['http://my.netscape.com/', ''],
  ['http://www.rssboard.org/rss', ''],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/dc/elements', 'dc'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/1999/02/22-rdf-syntax', 'rdf'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://video.search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/', 'itunes'],
  ['http://rssnamespace.org/feedburner', 'feedburner'],
];

/** Prefixes that keep their usual meaning if they aren't declared. */
const KNOWN = wordSet('atom content dc dcterms media itunes feedburner rdf xhtml');

/** The usual prefix of a namespace: '' for the feed formats' own, 'other' for unknown ones. */
export function prefixOfNamespace(address: string): string {
  const lower = address
    .trim()
    .toLowerCase()
    .replace(/^https:/u, 'http:');
  if (lower === '') return '';
  return PREFIXES.find(([beginning]) => lower.startsWith(beginning))?.[1] ?? 'other';
}

/** The meaning of an undeclared prefix. */
export function prefixOfUndeclared(prefix: string): string {
  if (prefix === '') return '';
  return KNOWN.has(prefix) ? prefix : 'other';
}
