import { parseOpml as parseOutlines } from 'feedsmith';
import { declaredSubtag } from '../../text/language-tags.ts';
import type { ListedSource } from './build-source.ts';
import { parseFeedAddress } from './feed-address.ts';

/** The contents of an OPML file. */
export interface OpmlList {
  readonly title?: string;
  readonly sources: readonly ListedSource[];
  /** Entries without a usable address, as written; at most a few, to be named. */
  readonly unreadable: readonly string[];
  /** Entries that name a feed which an earlier one names too, or that are beyond the limit. */
  readonly leftOut: number;
}

/** Limits of a file: enough for the export of any feed reader. */
export const OPML_LIMITS = { bytes: 2_000_000, feeds: 2_000, nameLength: 100 } as const;
const UNREADABLE_SHOWN = 5;

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly htmlUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** Reads the feeds out of an OPML file, folders and all; undefined if it is not OPML. */
export function parseOpml(text: string): OpmlList | undefined {
  if (text.length > OPML_LIMITS.bytes) return undefined;
  const document = parseDocument(text.replace(/^\uFEFF/u, ''));
  if (!document) return undefined;
  const found = new Map<string, ListedSource>();
  const unreadable: string[] = [];
  let leftOut = 0;
  for (const outline of document.outlines) {
    const source = readOutline(outline);
    if (!source) unreadable.push(outline.xmlUrl ?? '');
    else if (found.has(source.url) || found.size >= OPML_LIMITS.feeds) leftOut += 1;
    else found.set(source.url, source);
  }
  const title = clean(document.title);
  return {
    ...(title && { title }),
    sources: [...found.values()],
    unreadable: unreadable.slice(0, UNREADABLE_SHOWN),
    leftOut,
  };
}

function parseDocument(text: string) {
  try {
    const { head, body } = parseOutlines(text);
    return { title: head?.title, outlines: [...flatten(body?.outlines ?? [])] };
  } catch {
    // Not OPML, or nested so deeply that the parser's stack overflowed.
    return undefined;
  }
}

/** Every outline that names a feed, whatever folder it is in. */
function* flatten(outlines: readonly Outline[]): Generator<Outline> {
  for (const outline of outlines) {
    if (outline.xmlUrl !== undefined) yield outline;
    yield* flatten(outline.outlines ?? []);
  }
}

function readOutline({
  xmlUrl,
  htmlUrl,
  text,
  title,
  language,
}: Outline): ListedSource | undefined {
  const url = parseFeedAddress(xmlUrl ?? '');
  if (url === undefined) return undefined;
  const name = clean(title) || clean(text) || new URL(url).hostname.replace(/^www\./u, '');
  const homeUrl = parseFeedAddress(htmlUrl ?? '');
  const lang = declaredSubtag(language);
  return { name, url, ...(homeUrl !== undefined && { homeUrl }), ...(lang && { lang }) };
}

function clean(text: string | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, OPML_LIMITS.nameLength);
}
