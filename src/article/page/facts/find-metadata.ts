import { declaredSubtag } from '../../../text/language-tags.ts';
import { cleanText } from '../../clean-text.ts';
import { findElement, findElements, hasWord, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { textOfHtml } from '../tree/text-of-html.ts';
import { findPageTitle } from './page-title.ts';
import { readCanonicalUrl } from './page-url.ts';
import { readFields, type Fields } from '../../read-fields.ts';
import { chooseArticleNode } from './choose-node.ts';
import { findPageAuthor } from './page-author.ts';
import { findPageDate, type PageDates } from './page-date.ts';
import {
  isLockedNode,
  isOtherThing,
  readArticleBody,
  readJsonLd,
  resolveNode,
  type JsonLdNode,
} from './read-json-ld.ts';

/** What a page says about its article besides the text. */
export interface PageMetadata {
  readonly title: string;
  /** What it says about its article for lists, search engines and sharing. */
  readonly descriptions: readonly string[];
  readonly canonicalUrl?: string;
  readonly author?: string;
  readonly dates: PageDates;
  readonly section?: string;
  readonly lang?: string;
  readonly source?: string;
  /** The text as given to search engines: plain, with line breaks between paragraphs. */
  readonly articleBody?: string;
  /** The page itself says that it isn't free to read. */
  readonly isLocked: boolean;
  /** What the page declares itself to be. */
  readonly type?: 'article' | 'other';
}

/**
 * Collects metadata from a page's JSON-LD, meta elements and markup. Machine-readable values take
 * precedence.
 */
export function findMetadata(page: PageElement, url?: string): PageMetadata {
  const nodes = readJsonLd(page);
  const meta = readMeta(page);
  const all = (...names: readonly string[]): (string | undefined)[] =>
    names.map((name) => meta.get(name));
  const first = (...names: readonly string[]): string | undefined =>
    all(...names).find((value) => value !== undefined);
  const link = findElement(page, isCanonicalLink)?.getAttribute('href') ?? undefined;
  const node = chooseArticleNode(nodes, {
    titles: titlesOf(page, first('og:title', 'twitter:title')),
    urls: [url, link, first('og:url')],
  });
  const described = node ? readNode(node, nodes) : {};

  const source = described.source ?? first('og:site_name', 'application-name', 'dc.publisher');
  const canonicalUrl = readCanonicalUrl(link, url) ?? readCanonicalUrl(first('og:url'), url);
  const author = findPageAuthor(page, {
    stated: [described.author, ...all(...AUTHOR_NAMES)],
    publishers: [described.source, source, first('og:site_name')],
    url,
  });
  const section = described.section ?? first('article:section', 'parsely-section', 'section');
  const lang = [
    page.getAttribute('lang'),
    described.lang,
    ...all('og:locale', 'content-language', 'language'),
  ]
    .map((tag) => declaredSubtag(tag ?? undefined))
    .find((tag) => tag !== undefined);
  const dates = findPageDate(page, {
    published: [...listOf(node?.['datePublished']), ...all(...DATE_NAMES), node?.['dateCreated']],
    modified: [
      ...listOf(node?.['dateModified']),
      ...all('article:modified_time', 'og:updated_time'),
    ],
    lang,
  });
  const articleBody = node && readArticleBody(node);
  const isArticle = node !== undefined || first('og:type') === 'article';
  const descriptions = [
    node?.['description'],
    first('og:description'),
    first('description'),
    first('twitter:description'),
  ].filter((text) => typeof text === 'string');
  return {
    descriptions: [...new Set(descriptions.map((text) => cleanText(textOfHtml(text))))],
    title: findPageTitle(page, {
      headline: described.title,
      shared: first('og:title', 'twitter:title'),
      source,
      url,
    }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(author !== undefined && { author }),
    dates,
    ...(section !== undefined && { section: readSection(section) }),
    ...(lang !== undefined && { lang }),
    ...(source !== undefined && { source }),
    ...(articleBody !== undefined && { articleBody: textOfHtml(articleBody) }),
    isLocked:
      isLockedNode(node, page) ||
      LOCKED_TIER.test(first('article:content_tier', 'cxenseparse:articleaccess') ?? ''),
    ...(isArticle
      ? { type: 'article' as const }
      : isOtherThing(nodes) && { type: 'other' as const }),
  };
}

/** Reads a node's fields. Their names are those of JSON documents; texts may contain entities. */
function readNode(node: JsonLdNode, nodes: readonly JsonLdNode[]): Fields {
  const { headline, name, articleSection, inLanguage } = node;
  const sections = listOf(articleSection);
  const authors = listOf(node['author'] ?? node['creator']);
  const fields = readFields({
    headline: headline ?? name,
    author: authors.map((each) => resolveNode(each, nodes)),
    section: sections[0],
    inLanguage,
    publisher: resolveNode(node['publisher'], nodes),
  });
  const plain = Object.entries(fields).map(([field, value]): [string, unknown] => [
    field,
    typeof value === 'string' ? cleanText(textOfHtml(value)) : value,
  ]);
  return Object.fromEntries(plain);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The first content of each meta element, by its lower-case name. */
function readMeta(page: PageElement): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of findElements(page, named('meta'))) {
    const content = cleanText(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

/**
 * Reads the last part of a path: "News > World" → "World". A site's internal codes aren't section
 * names.
 */
function readSection(printed: string): string {
  return (
    cleanText(textOfHtml(printed))
      .split(/ ?[>/|;] ?| - /u)
      .findLast((part) => part !== '') ?? printed
  );
}

const LOCKED_TIER = /^(?:locked|metered|premium|paid)/iu;

/** Meta elements that name an author, and a date of publication. */
const AUTHOR_NAMES = [
  'author',
  'article:author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'citation_author',
];
const DATE_NAMES = [
  'article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'og:published_time',
];

function titlesOf(page: PageElement, shared: string | undefined): string[] {
  const heads = findElements(page, named('title h1')).map((each) => each.textContent);
  return [shared ?? '', ...heads].map(cleanText).filter((text) => text !== '');
}

function isCanonicalLink(element: PageElement): boolean {
  return element.localName === 'link' && hasWord(element, 'rel', 'canonical');
}
