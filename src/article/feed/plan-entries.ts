import { createHash } from 'node:crypto';
import { z } from 'zod';
import { comparisonKey } from '../clean-text.ts';
import { buildFeedArticleId, entryPage } from './feed-article-id.ts';
import type { FeedEntry } from './feed.ts';

/** The part of an entry that is stored, so that the entry is recognized when the feed is read again. */
export type KnownEntry = z.infer<typeof knownEntrySchema>;

export const knownEntrySchema = z
  .object({
    articleId: z.string(),
    entryId: z.string().exactOptional(),
    /** Canonical address of its page. */
    page: z.string().exactOptional(),
    titleKey: z.string(),
    day: z.string().exactOptional(),
    /** Hash of its words. Dates don't count: a new date alone isn't a change. */
    digest: z.string(),
    /** When the feed last contained it (ISO 8601). */
    seenAt: z.string(),
  })
  .readonly();

/** An entry as it is in the feed now, before it is matched with known ones. */
type SeenEntry = Omit<KnownEntry, 'articleId'>;

/** What to do with an entry: store it, store it again, or nothing. */
export interface EntryPlan {
  readonly kind: 'new' | 'update' | 'same';
  readonly entry: FeedEntry;
  readonly articleId: string;
  /** Several entries have its page, so its own text is used, not the page's. */
  readonly isShared: boolean;
}

/** What to do with a feed's entries, and what to remember for the next time. */
export interface FeedPlan {
  readonly plans: readonly EntryPlan[];
  readonly known: readonly KnownEntry[];
}

/** How long, and how many, entries are remembered after they left their feed. */
export const KNOWN_LIMITS = {
  /** Feeds drop entries after some days, and occasionally restore one. */
  maxAgeMs: 30 * 86_400_000,
  maxEntries: 1000,
} as const;

/**
 * Distinguishes new, known and changed entries. An entry is recognized by its own id, else by its
 * page, else by title and day. So neither a new date nor another spelling of the link makes it new,
 * and two entries in the feed at once with the same link are two articles.
 */
export function planEntries(
  known: readonly KnownEntry[],
  entries: readonly FeedEntry[],
  {
    source,
    now,
    onlyFor,
  }: { readonly source?: string; readonly now: Date; readonly onlyFor?: string },
): FeedPlan {
  const whose = onlyFor === undefined ? {} : { onlyFor };
  const memory = new Memory(known);
  const present = countPresent(entries);
  const plans = entries.map((entry): EntryPlan => {
    const seen = describe(entry, now, present);
    const found = memory.find(entry, seen, present);
    if (found) {
      memory.replace(found, { ...seen, articleId: found.articleId });
      const kind = found.digest === seen.digest ? 'same' : 'update';
      return { kind, entry, articleId: found.articleId, isShared: present.isShared(entry) };
    }
    const first = buildFeedArticleId(entry, source, {
      ...whose,
      isShared: present.isShared(entry),
    });
    const isShared = present.isShared(entry) || memory.has(first);
    const articleId = isShared ? buildFeedArticleId(entry, source, { ...whose, isShared }) : first;
    memory.add({ ...seen, articleId });
    return { kind: 'new', entry, articleId, isShared };
  });
  return { plans, known: memory.keep(now) };
}

/**
 * Updates the known entries after an article's id has changed, for example to that of its page's
 * rel=canonical.
 */
export function renameKnown(
  known: readonly KnownEntry[],
  from: string,
  to: string,
): readonly KnownEntry[] {
  return known.map((each) => (each.articleId === from ? { ...each, articleId: to } : each));
}

/** The entries in the feed now. Tells which ids and pages belong to a single entry. */
interface Present {
  hasId(id: string): boolean;
  /** Whether several different entries have this one's page. */
  isShared(entry: FeedEntry): boolean;
  /** An entry's own id, unless entries with other pages or titles use it too. */
  idOf(entry: FeedEntry): string | undefined;
}

function countPresent(entries: readonly FeedEntry[]): Present {
  const byId = new Map<string, Set<string>>();
  const byPage = new Map<string, Set<string>>();
  for (const entry of entries) {
    const page = entryPage(entry);
    const title = comparisonKey(entry.title);
    if (entry.id !== undefined) addTo(byId, entry.id, page ?? title);
    if (page !== undefined) addTo(byPage, page, title);
  }
  return {
    hasId: (id) => byId.has(id),
    isShared: (entry) => (byPage.get(entryPage(entry) ?? '')?.size ?? 0) > 1,
    idOf: ({ id }) => (id !== undefined && byId.get(id)?.size === 1 ? id : undefined),
  };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}

/** The entries known so far, by what identifies them. */
class Memory {
  readonly #entries = new Set<KnownEntry>();
  readonly #byId = new Map<string, KnownEntry>();
  readonly #byPage = new Map<string, KnownEntry[]>();
  readonly #byTitle = new Map<string, KnownEntry>();
  readonly #articleIds = new Set<string>();

  constructor(known: readonly KnownEntry[]) {
    for (const each of known) this.add(each);
  }

  has(articleId: string): boolean {
    return this.#articleIds.has(articleId);
  }

  find(entry: FeedEntry, seen: SeenEntry, present: Present): KnownEntry | undefined {
    const { entryId, page, titleKey, day, digest } = seen;
    const byId = entryId === undefined ? undefined : this.#byId.get(entryId);
    if (byId) return byId;
    if (page === undefined) {
      return entryId === undefined ? this.#byTitle.get(titleAndDay(titleKey, day)) : undefined;
    }
    const onPage = this.#byPage.get(page) ?? [];
    const isAnother = (each: KnownEntry): boolean =>
      entryId !== undefined &&
      each.entryId !== undefined &&
      present.hasId(each.entryId) &&
      each.digest !== digest;
    const namesake = onPage.find((each) => each.titleKey === titleKey && !isAnother(each));
    if (namesake || present.isShared(entry)) return namesake;
    // Another headline on the same page is a changed one, unless the entry that had it is still in
    // the feed.
    const [only, ...others] = onPage;
    const isReplaced = only?.entryId === undefined || !present.hasId(only.entryId);
    return only && others.length === 0 && isReplaced ? only : undefined;
  }

  add(entry: KnownEntry): void {
    this.#entries.add(entry);
    this.#articleIds.add(entry.articleId);
    if (entry.entryId !== undefined) this.#byId.set(entry.entryId, entry);
    this.#byTitle.set(titleAndDay(entry.titleKey, entry.day), entry);
    if (entry.page === undefined) return;
    this.#byPage.set(entry.page, [...(this.#byPage.get(entry.page) ?? []), entry]);
  }

  replace(old: KnownEntry, entry: KnownEntry): void {
    this.#entries.delete(old);
    if (old.page !== undefined) {
      const others = this.#byPage.get(old.page) ?? [];
      this.#byPage.set(
        old.page,
        others.filter((each) => each !== old),
      );
    }
    this.add(entry);
  }

  /** Returns the entries worth remembering, those seen last first. */
  keep(now: Date): readonly KnownEntry[] {
    const oldest = new Date(now.getTime() - KNOWN_LIMITS.maxAgeMs).toISOString();
    const present = now.toISOString();
    const all = [...this.#entries];
    const left = all
      .filter(({ seenAt }) => seenAt >= oldest && seenAt !== present)
      .toSorted((a, b) => (a.seenAt === b.seenAt ? 0 : a.seenAt < b.seenAt ? 1 : -1))
      .slice(0, KNOWN_LIMITS.maxEntries);
    // Entries in the feed are all kept: a forgotten one would be new the next time.
    return [...all.filter(({ seenAt }) => seenAt === present), ...left];
  }
}

function describe(entry: FeedEntry, now: Date, present: Present): SeenEntry {
  const entryId = present.idOf(entry);
  const page = entryPage(entry);
  const day = dayOf(entry);
  return {
    ...(entryId !== undefined && { entryId }),
    ...(page !== undefined && { page }),
    titleKey: comparisonKey(entry.title),
    ...(day !== undefined && { day }),
    digest: digestOf(entry),
    seenAt: now.toISOString(),
  };
}

function digestOf({ title, text = '', summary = '' }: FeedEntry): string {
  const words = [title, text, summary].join('\n');
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

function dayOf({ publishedAt, updatedAt }: FeedEntry): string | undefined {
  return (publishedAt ?? updatedAt)?.slice(0, 10);
}

function titleAndDay(titleKey: string, day: string | undefined): string {
  return `${day ?? ''}\n${titleKey}`;
}
