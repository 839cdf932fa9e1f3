import { comparisonKey } from '../../clean-text.ts';
import { entryPage } from '../feed-article-id.ts';
import type { FeedEntry } from '../feed.ts';

/** The entries in the feed now. Tells which ids and pages belong to a single entry. */
export interface PresentEntries {
  hasId(id: string): boolean;
  hasPage(page: string): boolean;
  /** Whether several different entries have this one's page. */
  isShared(entry: FeedEntry): boolean;
  /** An entry's own id, unless entries with other pages or titles use it too. */
  idOf(entry: FeedEntry): string | undefined;
}

/** Counts the ids and pages of a feed's entries. */
export function countPresent(entries: readonly FeedEntry[]): PresentEntries {
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
    hasPage: (page) => byPage.has(page),
    isShared: (entry) => (byPage.get(entryPage(entry) ?? '')?.size ?? 0) > 1,
    idOf: ({ id }) => (id !== undefined && byId.get(id)?.size === 1 ? id : undefined),
  };
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set();
  map.set(key, values.add(value));
}
