import { mapInSteps, type Steps } from '../../slices.ts';
import { cleanText } from '../clean-text.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { joinNames, readPersonName } from './feed-author.ts';
import { uniqueCaptions } from './feed-captions.ts';
import { chooseContent } from './feed-content.ts';
import { parseFeedDate } from './dates/feed-date.ts';
import { declaredSubtag } from '../../text/language-tags.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { sniffed, toLine, toParagraphs } from './feed-rich-text.ts';
import { resolveUrl } from './resolve-url.ts';

type JsonRecord = Readonly<Record<string, unknown>>;

/** Parses, in steps, JSON Feed 1 and 1.1. Undefined if the text isn't one. */
export function* parseJsonFeed(text: string, url?: string): Steps<Feed | undefined> {
  const root = readJson(text);
  if (!isRecord(root) || !Array.isArray(root['items'])) return undefined;
  const title = textOf(root, 'title');
  const homeUrl = resolveUrl(textOf(root, 'home_page_url'), url);
  const selfUrl = resolveUrl(textOf(root, 'feed_url'), url);
  const lang = declaredSubtag(textOf(root, 'language'));
  const base = url ?? selfUrl ?? homeUrl;
  return {
    ...(title !== undefined && { title: toLine(sniffed(title)) }),
    ...(homeUrl !== undefined && { homeUrl }),
    ...(selfUrl !== undefined && { selfUrl }),
    ...(lang !== undefined && { lang }),
    entries: yield* mapInSteps(
      root['items'].filter(isRecord).slice(0, FEED_LIMITS.maxEntries),
      (item) => parseItem(item, base),
    ),
  };
}

function parseItem(item: JsonRecord, base: string | undefined): FeedEntry {
  const html = textOf(item, 'content_html');
  const plain = textOf(item, 'content_text');
  const contents = [
    ...(html === undefined ? [] : [toParagraphs({ kind: 'html', value: html })]),
    ...(plain === undefined ? [] : [toParagraphs({ kind: 'plain', value: plain })]),
  ];
  const summary = textOf(item, 'summary');
  const title = toLine(sniffed(textOf(item, 'title') ?? ''));
  const id = textOf(item, 'id');
  const url =
    resolveUrl(textOf(item, 'url'), base) ??
    resolveUrl(textOf(item, 'external_url'), base) ??
    resolveUrl(id);
  const author = readAuthors(item);
  const lang = declaredSubtag(textOf(item, 'language'));
  const published = parseFeedDate(textOf(item, 'date_published') ?? '', lang);
  const updated = parseFeedDate(textOf(item, 'date_modified') ?? '', lang);
  const section = listOf(item['tags']).find((tag) => typeof tag === 'string' && tag.trim() !== '');
  return {
    ...(id !== undefined && { id: id.slice(0, FEED_LIMITS.maxFieldChars) }),
    ...(url !== undefined && { url }),
    title,
    ...(author !== undefined && { author }),
    ...chooseContent(
      contents,
      summary === undefined ? [] : [toParagraphs(sniffed(summary))],
      title,
    ),
    ...(published && { publishedAt: published.iso }),
    ...(published?.dayOnly && { dayOnly: true }),
    ...(updated && { updatedAt: updated.iso }),
    ...(typeof section === 'string' && { section: cleanText(section) }),
    captions: uniqueCaptions(contents.flatMap((each) => each.captions)),
    ...(lang !== undefined && { lang }),
  };
}

/** Reads `authors`, or the single `author` of version 1. */
function readAuthors(item: JsonRecord): string | undefined {
  const people = [...listOf(item['authors']), item['author']].filter(isRecord);
  return joinNames(people.map((person) => readPersonName(textOf(person, 'name') ?? '')));
}

/** Reads a field as text. Some feeds write ids as numbers. */
function textOf(record: JsonRecord, name: string): string | undefined {
  const value = record[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
