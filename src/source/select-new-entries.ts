import { createHash } from 'node:crypto';

/** What the choice looks at in a feed's entry. */
export interface DatedEntry {
  /** ISO 8601, UTC. */
  readonly publishedAt?: string;
}

/** Which entries of an answer are new, and what to remember of it. */
export interface NewEntries<E> {
  /** The new entries to store, in the feed's order. */
  readonly taken: readonly E[];
  /** The dates of all new entries, for the poll plan; an undated one counts as now. */
  readonly newDates: readonly string[];
  readonly seen: readonly string[];
}

/** The entries that a source has shown before, and what is known of the source. */
export interface SeenEntries {
  readonly seen: readonly string[];
  /** Absent at the first contact. */
  readonly lastSuccessAt?: string;
}

/** Hashes kept beyond those of the present answer: feeds drop entries for a while and bring them again. */
const KEPT_BEYOND = 500;
const HASH_LENGTH = 10;

/**
 * Selects the entries that a source has not shown before. At the first contact they are a baseline:
 * only the newest `most` are taken, so that a new feed floods nobody, and the others count as seen.
 */
export function selectNewEntries<E extends DatedEntry>(
  entries: readonly E[],
  keyOf: (entry: E) => string,
  { seen, lastSuccessAt }: SeenEntries,
  { now, most }: { readonly now: Date; readonly most: number },
): NewEntries<E> {
  const known = new Set(seen);
  const present = new Set<string>();
  const fresh: E[] = [];
  for (const entry of entries) {
    const hash = hashKey(keyOf(entry));
    if (!known.has(hash) && !present.has(hash)) fresh.push(entry);
    present.add(hash);
  }
  const earlier = seen.filter((hash) => !present.has(hash)).slice(0, KEPT_BEYOND);
  return {
    taken: lastSuccessAt === undefined ? selectNewest(fresh, most) : fresh,
    newDates: fresh.map(({ publishedAt }) => publishedAt ?? now.toISOString()),
    seen: [...present, ...earlier],
  };
}

/** Undated entries come after the dated ones, as the feed has them: most begin with the newest. */
function selectNewest<E extends DatedEntry>(entries: readonly E[], most: number): E[] {
  const newest = entries
    .map((entry, index) => ({ entry, index, at: timeOf(entry) }))
    .toSorted((a, b) => b.at - a.at || 0 || a.index - b.index)
    .slice(0, most);
  const chosen = new Set(newest.map(({ index }) => index));
  return entries.filter((_, index) => chosen.has(index));
}

function timeOf({ publishedAt = '' }: DatedEntry): number {
  const ms = Date.parse(publishedAt);
  return Number.isNaN(ms) ? Number.NEGATIVE_INFINITY : ms;
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, HASH_LENGTH);
}
