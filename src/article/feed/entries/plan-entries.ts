import { EntryMemory } from './entry-memory.ts';
import { buildFeedArticleId } from '../feed-article-id.ts';
import type { FeedEntry } from '../feed.ts';
import { describeEntry, type KnownEntry } from './known-entry.ts';
import { countPresent } from './present-entries.ts';

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
  const memory = new EntryMemory(known);
  const present = countPresent(entries);
  const plans = entries.map((entry): EntryPlan => {
    const seen = describeEntry(entry, present.idOf(entry), now);
    const same = memory.find(entry, seen, present);
    const found = same ?? memory.findMoved(seen, present);
    if (found) {
      memory.replace(found, { ...seen, articleId: found.articleId });
      // Its old address may no longer lead anywhere.
      const kind = same?.digest === seen.digest ? 'same' : 'update';
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
