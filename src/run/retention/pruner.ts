import type { ArticleEntry } from '../../index/article-entry.ts';
import type { ArticleIndex } from '../../index/article-index.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';
import { pruneEdge, type AgedArticle } from './plan-prune.ts';
import type { OlderLists } from './older-lists.ts';
import { planStore, pruneStore, type PruneOutcome } from './prune-store.ts';

/** The dependencies of pruning. */
export interface PrunerParts {
  readonly store: Store<Records>;
  /** Has the dates of the stored articles, so that the store need not be read through. */
  readonly index: Pick<ArticleIndex, 'newest'>;
  /** The articles that the index does not have; absent if it has all. */
  readonly older?: Pick<OlderLists, 'old'> | undefined;
  readonly keepDays: number;
  readonly now: () => Date;
  readonly log: Log;
}

/** Removes what is too old from the store of a running bot. */
export interface Pruner {
  /** Removes what is too old now. The journal tells every index and story book of it. */
  prune(): Promise<PruneOutcome>;
  /** Ends a prune under way; the next one removes the rest. */
  stop(): void;
}

/** Creates the pruning of a store that an index follows. */
export function createPruner({ store, index, older, keepDays, now, log }: PrunerParts): Pruner {
  const stopping = new AbortController();
  return {
    async prune() {
      const moment = { keepDays, now: now() };
      const edge = pruneEdge(keepDays, moment.now);
      const notIndexed = (edge && (await older?.old({ edge, now: moment.now }))) ?? [];
      const old = new Map(
        [...notIndexed, ...listOld(index, edge)].map((article) => [article.id, article]),
      );
      const plan = await planStore(store, old.values(), moment);
      const outcome = await pruneStore(store, plan, moment, stopping.signal);
      const { articles, editions } = outcome;
      if (articles + editions > 0)
        log.info({ ...outcome, keepDays }, 'what was too old is removed');
      return outcome;
    },
    stop: () => stopping.abort(),
  };
}

/** The articles of an index that may be from before an instant. */
function listOld(index: Pick<ArticleIndex, 'newest'>, edge: Date | undefined): AgedArticle[] {
  if (!edge) return [];
  const first = edge.getTime();
  const { entries } = index.newest(
    { fits: (slot, table) => table.seenAt(slot) < first },
    { limit: Number.MAX_SAFE_INTEGER },
  );
  return entries.map(ageOfEntry);
}

function ageOfEntry({ id, at, seenAt, source }: ArticleEntry): AgedArticle {
  return { id, publishedAt: at, firstSeenAt: seenAt, ...(source !== undefined && { source }) };
}
