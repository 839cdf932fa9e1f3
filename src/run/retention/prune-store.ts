import type { StoredArticle } from '../../store/article-store.ts';
import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';
import { findNeeded } from './find-needed.ts';
import {
  countsFrom,
  planPrune,
  pruneEdge,
  type AgedArticle,
  type KeptReason,
  type PrunePlan,
} from './plan-prune.ts';
import { findUnneededRecords, type UnneededRecords } from './prune-records.ts';
import { trimOldJournal } from './trim-old-journal.ts';

/** What a prune would remove. */
export interface StorePlan extends PrunePlan {
  readonly records: UnneededRecords;
}

/** When a prune takes place, and how many days are kept. */
export interface PruneMoment {
  /** 0 keeps all articles. */
  readonly keepDays: number;
  readonly now: Date;
}

/** What a prune has removed. */
export interface PruneOutcome {
  readonly articles: number;
  readonly editions: number;
  readonly entries: number;
  readonly pageAttempts: number;
  readonly journal: number;
}

/** Articles that are removed before the next look whether to stop. */
const ARTICLES_A_LOOK = 256;

/** Plans what to remove of a store. `candidates` are all articles that may be old; others may be among them. */
export async function planStore(
  store: Pick<Store<Records>, 'records'>,
  candidates: Iterable<AgedArticle>,
  { keepDays, now }: PruneMoment,
): Promise<StorePlan> {
  const edge = pruneEdge(keepDays, now);
  const records = await findUnneededRecords(store, { edge, now });
  if (!edge) return { articles: [], kept: new Map<KeptReason, number>(), records };
  const old = [...candidates].filter((article) => countsFrom(article, now) < edge.getTime());
  const ids = new Set(old.map(({ id }) => id));
  const needed = ids.size > 0 ? await findNeeded(store, (id) => ids.has(id)) : new Map();
  return { ...planPrune(old, (id) => needed.get(id), { edge, now }), records };
}

/**
 * Removes what is planned, in small transactions, and gives the space back to the disk. Killed at any point it has
 * removed some of it, and the next prune removes the rest. `signal` ends it early in the same way.
 */
export async function pruneStore(
  store: Store<Records>,
  plan: StorePlan,
  { keepDays, now }: PruneMoment,
  signal?: AbortSignal,
): Promise<PruneOutcome> {
  const edge = pruneEdge(keepDays, now);
  // Another process may have stored it again since.
  const isToGo = (article: StoredArticle): boolean =>
    edge !== undefined && countsFrom(ageOf(article), now) < edge.getTime();
  let articles = 0;
  for (let from = 0; from < plan.articles.length; from += ARTICLES_A_LOOK) {
    if (signal?.aborted) break;
    const ids = plan.articles.slice(from, from + ARTICLES_A_LOOK).map(({ id }) => id);
    articles += (await store.articles.removeMany(ids, isToGo)).length;
  }
  const remove = async (kind: keyof UnneededRecords): Promise<number> => {
    let removed = 0;
    for (const key of plan.records[kind]) {
      if (!signal?.aborted && (await store.records(kind).remove(key))) removed += 1;
    }
    return removed;
  };
  const outcome = {
    articles,
    editions: await remove('editions'),
    entries: await remove('entries'),
    pageAttempts: await remove('page-attempts'),
    journal: edge && !signal?.aborted ? await trimOldJournal(store, { edge, now }) : 0,
  };
  await store.compact(signal);
  return outcome;
}

/** What decides on a stored article. */
export function ageOf(article: StoredArticle): AgedArticle {
  const { id, publishedAt, firstSeenAt, source } = article;
  const at = Date.parse(publishedAt ?? '');
  const seen = Date.parse(firstSeenAt);
  return {
    id,
    firstSeenAt: Number.isNaN(seen) ? 0 : seen,
    ...(!Number.isNaN(at) && { publishedAt: at }),
    ...(source !== undefined && { source }),
  };
}
