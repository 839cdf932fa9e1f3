import { declaredSubtag } from '../../text/language-tags.ts';
import { readByline } from '../scraped/read-byline.ts';
import { cleanText } from '../clean-text.ts';
import { findDate } from '../find-date.ts';
import { textOfHtml, type PageDocument, type PageElement } from './page-dom.ts';
import { findPageTitle } from './page-title.ts';
import { readCanonicalUrl } from './page-url.ts';
import { readDate, readFields, type Fields } from '../read-fields.ts';
import {
  findArticleNode,
  isOtherThing,
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
  readonly published?: Fields['published'];
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
export function findMetadata(page: PageDocument, url?: string): PageMetadata {
  const nodes = readJsonLd(page);
  const node = findArticleNode(nodes);
  const described = node ? readNode(node, nodes) : {};
  const meta = readMeta(page);
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined);

  const source = described.source ?? first('og:site_name', 'application-name', 'dc.publisher');
  const canonicalUrl =
    readCanonicalUrl(page.querySelector('link[rel~="canonical"]')?.getAttribute('href'), url) ??
    readCanonicalUrl(first('og:url'), url);
  const author =
    readAuthor(described.author) ??
    readAuthor(
      first('author', 'article:author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author'),
    ) ??
    readAuthor(
      textAt(
        page,
        '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], a[rel~="author"]',
      ),
    ) ??
    findByline(page);
  const published =
    described.published ??
    readDate(
      first(
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
      ),
    ) ??
    findMarkedDate(page) ??
    readDate(first('article:modified_time', 'og:updated_time')) ??
    findUrlDay(url);
  const section = described.section ?? first('article:section', 'parsely-section', 'section');
  const lang = declaredSubtag(
    page.documentElement?.getAttribute('lang') ??
      described.lang ??
      first('og:locale', 'content-language', 'language'),
  );
  const articleBody = typeof node?.['articleBody'] === 'string' ? node['articleBody'] : undefined;
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
    }),
    ...(canonicalUrl !== undefined && { canonicalUrl }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(section !== undefined && { section: readSection(section) }),
    ...(lang !== undefined && { lang }),
    ...(source !== undefined && { source }),
    ...(articleBody !== undefined && { articleBody: textOfHtml(articleBody) }),
    isLocked: isLocked(node, first('article:content_tier', 'cxenseparse:articleaccess')),
    ...(isArticle
      ? { type: 'article' as const }
      : isOtherThing(nodes) && { type: 'other' as const }),
  };
}

/** Reads a node's fields. Their names are those of JSON documents; texts may contain entities. */
function readNode(node: JsonLdNode, nodes: readonly JsonLdNode[]): Fields {
  const { headline, name, datePublished, dateCreated, articleSection, inLanguage } = node;
  const sections: readonly unknown[] = Array.isArray(articleSection)
    ? articleSection
    : [articleSection];
  const authors: readonly unknown[] = Array.isArray(node['author'])
    ? node['author']
    : [node['author']];
  const fields = readFields({
    headline: headline ?? name,
    author: authors.map((author) => resolveNode(author, nodes)),
    datePublished: datePublished ?? dateCreated,
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

/** The first content of each meta element, by its lower-case name. */
function readMeta(page: PageDocument): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const content = cleanText(element.getAttribute('content') ?? '');
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content !== '' && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

/** Reads a name. Rejects addresses and links, and removes a label before the name. */
function readAuthor(printed: string | undefined): string | undefined {
  const text = cleanText(printed ?? '').replace(
    /^(?:(?:written )?by|von|par|por|di|da|door|\p{L}+:)\s*:?\s+/iu,
    '',
  );
  if (/@|https?:|www\.|[{}<>|]/u.test(text) || text.length > 120 || /^admin/iu.test(text))
    return undefined;
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

function findByline(page: PageDocument): string | undefined {
  for (const element of page.querySelectorAll('[class*="byline" i], [class*="author" i]')) {
    const text = cleanText(element.textContent ?? '');
    const author = text.length < 160 ? readByline(text)?.author : undefined;
    if (author !== undefined) return readAuthor(author);
  }
  return undefined;
}

/** Finds a date that is marked up for machines, else one where bylines usually are. */
function findMarkedDate(page: PageDocument): Fields['published'] {
  const marked =
    '[itemprop~="datePublished"], article time[datetime], main time[datetime], time[pubdate], time[datetime]';
  for (const element of page.querySelectorAll(marked)) {
    const said = element.getAttribute('content') ?? element.getAttribute('datetime');
    const date = readDate(said ?? cleanText(element.textContent ?? ''));
    if (date) return date;
  }
  for (const element of page.querySelectorAll(DATE_SELECTORS)) {
    const found = findDate(cleanText(element.textContent ?? '').slice(0, 200));
    if (found) return { iso: found.iso, dayOnly: found.dayOnly };
  }
  return undefined;
}

const DATE_SELECTORS =
  '[class*="byline" i], [class*="dateline" i], [class*="timestamp" i], [class*="publish" i], [class*="posted" i], [class*="date" i]';

/** The day in an address: /2023/09/14/. */
function findUrlDay(url: string | undefined): Fields['published'] {
  const day = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/u.exec(url ?? '');
  return day
    ? readDate(`${day[1]}-${day[2]?.padStart(2, '0')}-${day[3]?.padStart(2, '0')}`)
    : undefined;
}

/**
 * Reads the last part of a path: "News > World" → "World". A site's internal codes aren't section
 * names.
 */
function readSection(printed: string): string {
  return (
    cleanText(textOfHtml(printed))
      .split(/\s*[>/|;]\s*|\s-\s/u)
      .findLast((part) => part !== '') ?? printed
  );
}

function isLocked(node: JsonLdNode | undefined, tier: string | undefined): boolean {
  const free = node?.['isAccessibleForFree'];
  return (
    /^(?:false|no)$/iu.test(String(free)) || /^(?:locked|metered|premium|paid)/iu.test(tier ?? '')
  );
}

function textAt(page: PageDocument, selector: string): string | undefined {
  const element: PageElement | null = page.querySelector(selector);
  return element?.getAttribute('content') ?? element?.textContent ?? undefined;
}
