import { parseFeed as parse } from 'feedsmith';
import type { Feed, FeedEntry } from '../../src/article/feed/feed.ts';
import { readPersonName } from '../../src/article/feed/feed-author.ts';
import { parseFeedDate } from '../../src/article/feed/dates/feed-date.ts';
import { sniffed, toLine, toParagraphs } from '../../src/article/feed/feed-rich-text.ts';

/**
 * Reads a feed with feedsmith alone, and converts the result to our shape. HTML, names and dates are converted
 * by our code.
 */
export function parseWithFeedsmith(text: string, url: string): Feed | undefined {
  try {
    const { feed } = parse(text) as { feed: Loose };
    const link = firstLink(feed);
    const lang = feed['language'] ?? feed['dc']?.languages?.[0];
    return {
      ...(feed['title'] !== undefined && { title: line(feed['title']) }),
      ...(link !== undefined && { homeUrl: resolve(link, url) }),
      ...(typeof lang === 'string' && { lang }),
      entries: [...(feed['items'] ?? feed['entries'] ?? [])].map((entry: Loose) =>
        toEntry(entry, url),
      ),
    };
  } catch {
    return undefined;
  }
}

// feedsmith has a type for each format; one loose type is enough here.
// oxlint-disable-next-line typescript/no-explicit-any -- see above
type Loose = Record<string, any>;

function toEntry(entry: Loose, url: string): FeedEntry {
  const link = firstLink(entry);
  const id = entry['guid']?.value ?? entry['id'] ?? entry['rdf']?.about;
  const content = entry['content']?.encoded ?? textOf(entry['content']) ?? entry['content_html'];
  const teaser =
    textOf(entry['description']) ?? textOf(entry['summary']) ?? entry['dc']?.descriptions?.[0];
  const author = entry['authors']?.[0] ?? entry['dc']?.creators?.[0];
  const published = entry['pubDate'] ?? entry['published'] ?? entry['dc']?.dates?.[0];
  const updated = entry['updated'] ?? entry['dcterms']?.modified?.[0];
  const name = readPersonName(String(author?.name ?? author ?? ''));
  const text = content ?? teaser;
  return {
    ...(id !== undefined && { id: String(id) }),
    ...(link !== undefined && { url: resolve(link, url) }),
    title: entry['title'] === undefined ? '' : line(entry['title']),
    ...(name !== undefined && { author: name }),
    ...(text !== undefined && { text: toParagraphs(sniffed(String(text))).text }),
    ...(content !== undefined &&
      teaser !== undefined && { summary: toParagraphs(sniffed(String(teaser))).text }),
    subheads: [],
    captions: [],
    isTeaser: false,
    ...date('publishedAt', published),
    ...date('updatedAt', updated),
    ...(entry['categories']?.[0] !== undefined && {
      section: String(entry['categories'][0].name ?? entry['categories'][0].term),
    }),
  };
}

function firstLink(node: Loose): string | undefined {
  const links: Loose[] = node['links'] ?? node['atom']?.links ?? [];
  const alternate = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  return node['link'] ?? alternate?.['href'] ?? node['home_page_url'] ?? node['url'];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const inner = (value as Loose | undefined)?.['value'];
  return typeof inner === 'string' ? inner : undefined;
}

function line(value: unknown): string {
  return toLine(sniffed(textOf(value) ?? String(value)));
}

function resolve(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

function date<K extends string>(name: K, value: unknown): { [P in K]?: string } {
  const found = typeof value === 'string' ? parseFeedDate(value) : undefined;
  return (found ? { [name]: found.iso } : {}) as { [P in K]?: string };
}
