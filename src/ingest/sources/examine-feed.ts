/** The part of an entry that a test shows. */
interface TestedEntry {
  readonly title: string;
  readonly url?: string;
  readonly text?: string;
  readonly summary?: string;
  /** ISO 8601, UTC. */
  readonly publishedAt?: string;
}

/** The part of a feed that a test shows. */
export interface TestedFeed {
  readonly title?: string;
  readonly homeUrl?: string;
  readonly lang?: string;
  readonly entries: readonly TestedEntry[];
}

/** The result of reading an address once, without storing anything. `reason` is for people. */
export type SourceReading =
  | { readonly kind: 'feed'; readonly url: string; readonly feed: TestedFeed }
  | {
      readonly kind: 'page';
      readonly feedUrls: readonly { readonly url: string; readonly title?: string }[];
    }
  | { readonly kind: 'fault'; readonly reason: string };

/** Reads a feed once from the network; never rejects. */
export type ReadSource = (url: string) => Promise<SourceReading>;

/** The articles that a feed would give if it were added. */
export interface SourceTest {
  /** The feed's address, where redirects and the links of a page led. */
  readonly url: string;
  readonly title?: string;
  readonly homeUrl?: string;
  readonly lang?: string;
  readonly entryCount: number;
  readonly newestAt?: string;
  /** The newest entry that would be taken. */
  readonly sample?: TestedEntry;
  /** Why entries would be dropped, the most frequent reason first. */
  readonly dropped: readonly {
    readonly reason: string;
    readonly count: number;
    /** The title of the first of them, if it has one. */
    readonly example?: string;
  }[];
}

/** Examines a feed as a poll would: its entries, and which of them would be left out and why. */
export function examineFeed(feed: TestedFeed, url: string): SourceTest {
  const { title, homeUrl, lang, entries } = feed;
  const seen = new Set<string>();
  const dropped = new Map<string, { reason: string; count: number; example?: string }>();
  const taken: TestedEntry[] = [];
  for (const entry of entries) {
    const reason = whyDropped(entry, seen);
    if (entry.url !== undefined) seen.add(entry.url);
    if (reason === undefined) {
      taken.push(entry);
      continue;
    }
    const before = dropped.get(reason);
    const example = entry.title.trim();
    dropped.set(reason, {
      reason,
      ...(example !== '' && { example }),
      ...before,
      count: (before?.count ?? 0) + 1,
    });
  }
  const [newest] = taken.toSorted((a, b) => compare(b.publishedAt ?? '', a.publishedAt ?? ''));
  return {
    url,
    ...(title?.trim() && { title: title.trim() }),
    ...(homeUrl !== undefined && { homeUrl }),
    ...(lang !== undefined && { lang }),
    entryCount: entries.length,
    ...(newest?.publishedAt !== undefined && { newestAt: newest.publishedAt }),
    ...(newest && { sample: newest }),
    dropped: [...dropped.values()].toSorted((a, b) => b.count - a.count),
  };
}

function whyDropped(
  { title, url, text, summary }: TestedEntry,
  seen: ReadonlySet<string>,
): string | undefined {
  if (title.trim() === '') return 'it has no headline';
  if (url !== undefined && seen.has(url)) return 'the feed has its link twice';
  if (url === undefined && !text?.trim() && !summary?.trim()) {
    return 'it has neither a text nor a link to one';
  }
  return undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
