/** The dates of an entry, which decide the choice. */
interface DatedEntry {
  /** ISO 8601, UTC. */
  readonly publishedAt?: string;
}

/**
 * Selects the `most` newest entries, in the order of the feed. Undated ones come after the dated, as
 * the feed has them: most begin with the newest.
 */
export function selectNewest<T extends { readonly entry: DatedEntry }>(
  all: readonly T[],
  most: number,
): T[] {
  const newest = all
    .map(({ entry }, index) => ({ index, at: timeOf(entry) }))
    .toSorted((a, b) => b.at - a.at || a.index - b.index)
    .slice(0, most);
  const chosen = new Set(newest.map(({ index }) => index));
  return all.filter((_, index) => chosen.has(index));
}

/** Also a number without dates: the difference of two infinities is none. */
function timeOf({ publishedAt = '' }: DatedEntry): number {
  const ms = Date.parse(publishedAt);
  return Number.isNaN(ms) ? -8.64e15 : ms;
}
