import type { FeedEntry } from './feed.ts';
import { readAuthor } from './feed-author.ts';
import { readMediaCaptions, uniqueCaptions } from './feed-captions.ts';
import { chooseContent } from './feed-content.ts';
import { parseFeedDate, type FeedDate } from './dates/feed-date.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { aboutOf, findPageUrl } from './feed-links.ts';
import { declaredSubtag } from '../../text/language-tags.ts';
import { readRichText, toLine, toParagraphs } from './feed-rich-text.ts';
import { childOf, childrenOf, textOf, type XmlNode } from './xml-node.ts';

/** Parses an `item` of RSS, RDF or CDF, or an `entry` of Atom. `feedLang` is the feed's own language. */
export function parseFeedEntry(node: XmlNode, feedLang?: string): FeedEntry {
  const contents = childrenOf(node, ...CONTENT).filter(hasOwnText);
  const teasers = childrenOf(node, ...TEASERS);
  // A video's description is the text only if there is no other.
  const media = contents.length + teasers.length > 0 ? [] : mediaDescriptions(node);
  const read = [...contents, ...teasers, ...media].map((each) => toParagraphs(readRichText(each)));
  const ofContents = read.slice(0, contents.length);
  const captions = uniqueCaptions([
    ...readMediaCaptions(node),
    ...read.flatMap((each) => each.captions),
  ]);
  const title = childOf(node, 'title', 'dc:title', 'atom:title', 'media:title') ?? mediaTitle(node);
  const headline = title === undefined ? '' : toLine(readRichText(title));
  const section = readSection(node);
  const lang = readLang(node, contents[0] ?? teasers[0]);
  const dates = { node, lang: lang ?? feedLang };
  const published = firstDate(dates, PUBLISHED, node.attributes['lastmod']);
  const updated = firstDate(dates, UPDATED);
  return {
    ...optional('id', readId(node)),
    ...optional('url', findPageUrl(node)),
    title: headline,
    ...optional('author', readAuthor(node)),
    ...chooseContent(ofContents, read.slice(contents.length), headline),
    ...optional('publishedAt', published?.iso),
    ...(published?.dayOnly && { dayOnly: true }),
    ...optional('updatedAt', updated?.iso),
    ...optional('section', section),
    captions,
    ...optional('lang', lang),
  };
}

const CONTENT = [
  'content:encoded',
  'content',
  'atom:content',
  'xhtml:body',
  'body',
  'fullitem',
  'content:item',
];
const TEASERS = [
  'description',
  'summary',
  'abstract',
  'dc:description',
  'atom:summary',
  'itunes:summary',
];
const PUBLISHED = [
  'pubdate',
  'published',
  'issued',
  'atom:published',
  'dcterms:issued',
  'dc:date',
  'date',
  'dcterms:created',
  'created',
];
const UPDATED = ['updated', 'modified', 'atom:updated', 'dcterms:modified', 'lastbuilddate'];

/** Content at another address, or of a picture or video, isn't text. */
function hasOwnText({ attributes }: XmlNode): boolean {
  return (
    attributes['src'] === undefined && !/^(?:image|video|audio)\//iu.test(attributes['type'] ?? '')
  );
}

function mediaDescriptions(node: XmlNode): XmlNode[] {
  const groups = [node, ...childrenOf(node, 'media:group', 'media:content')];
  return groups.flatMap((group) => childrenOf(group, 'media:description')).slice(0, 1);
}

function mediaTitle(node: XmlNode): XmlNode | undefined {
  const groups = childrenOf(node, 'media:group', 'media:content');
  return groups.map((group) => childOf(group, 'media:title')).find((each) => each !== undefined);
}

function readId(node: XmlNode): string | undefined {
  const given = childOf(node, 'guid', 'id', 'atom:id', 'dc:identifier');
  const id = given === undefined ? '' : textOf(given).trim();
  return (id === '' ? aboutOf(node) : id)?.slice(0, FEED_LIMITS.maxFieldChars);
}

function readSection(node: XmlNode): string | undefined {
  for (const category of childrenOf(node, 'category', 'dc:subject', 'media:category')) {
    const { attributes } = category;
    const label = attributes['label'] ?? attributes['term'];
    const text = label ?? toLine(readRichText(category));
    if (text.trim() !== '') return text.trim().slice(0, FEED_LIMITS.maxFieldChars);
  }
  return undefined;
}

function readLang(node: XmlNode, content: XmlNode | undefined): string | undefined {
  const named = childOf(node, 'dc:language', 'language');
  return declaredSubtag(named === undefined ? (content?.lang ?? node.lang) : textOf(named));
}

/**
 * The date of the first of these elements that has one. If an element is repeated, its last date
 * counts, because it overwrites the others.
 */
function firstDate(
  { node, lang }: { readonly node: XmlNode; readonly lang: string | undefined },
  names: readonly string[],
  attribute?: string,
): FeedDate | undefined {
  for (const name of names) {
    const dates = childrenOf(node, name).map((element) => parseFeedDate(textOf(element), lang));
    const date = dates.findLast((each) => each !== undefined);
    if (date) return date;
  }
  return attribute === undefined ? undefined : parseFeedDate(attribute, lang);
}

function optional<K extends string, T>(name: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined || value === '' ? {} : { [name]: value }) as { [P in K]?: T };
}
