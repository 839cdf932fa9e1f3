/** What decides whether an article goes. Dates are milliseconds since the epoch. */
export interface AgedArticle {
  readonly id: string;
  /** When it was published, if that is known. */
  readonly publishedAt?: number | undefined;
  readonly firstSeenAt: number;
  readonly source?: string | undefined;
  /** The size of what is stored of it; absent if nobody asks for it. */
  readonly bytes?: number | undefined;
}

/** Why an article that is old enough to go stays. */
export type KeptReason =
  /** A file in one of the article folders has it. */
  | 'folder'
  /** Someone follows its story. */
  | 'followed'
  /** An edition that can still be shown tells it. */
  | 'shown';

/** Which articles go, the oldest first, and how many stay for each reason although they are as old. */
export interface PrunePlan {
  readonly articles: readonly AgedArticle[];
  readonly kept: ReadonlyMap<KeptReason, number>;
}

const DAY_MS = 86_400_000;

/** The least number of days: the window of a digest may reach back a week. */
export const LEAST_KEEP_DAYS = 7;
export const MOST_KEEP_DAYS = 36_500;

/** Articles that count from before this instant are old. Undefined if all are kept: `keepDays` is 0. */
export function pruneEdge(keepDays: number, now: Date): Date | undefined {
  return keepDays === 0 ? undefined : new Date(now.getTime() - keepDays * DAY_MS);
}

/**
 * The instant from which an article's days count: when it was published or first seen, whichever is later. So an old
 * article that was imported today stays as long as a new one. A date that is still to come says nothing.
 */
export function countsFrom({ publishedAt, firstSeenAt }: AgedArticle, now: Date): number {
  const isKnown = publishedAt !== undefined && publishedAt <= now.getTime();
  return isKnown ? Math.max(publishedAt, firstSeenAt) : firstSeenAt;
}

/** Decides which articles go: those from before the edge that nobody needs. */
export function planPrune(
  articles: Iterable<AgedArticle>,
  neededFor: (id: string) => KeptReason | undefined,
  { edge, now }: { readonly edge: Date; readonly now: Date },
): PrunePlan {
  const going: AgedArticle[] = [];
  const kept = new Map<KeptReason, number>();
  for (const article of articles) {
    if (countsFrom(article, now) >= edge.getTime()) continue;
    const reason = neededFor(article.id);
    if (reason === undefined) going.push(article);
    else kept.set(reason, (kept.get(reason) ?? 0) + 1);
  }
  const byAge = (a: AgedArticle, b: AgedArticle): number =>
    countsFrom(a, now) - countsFrom(b, now) || (a.id < b.id ? -1 : 1);
  return { articles: going.toSorted(byAge), kept };
}
