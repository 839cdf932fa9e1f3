import type { ArticleEntry } from '../../index/article-entry.ts';
import type { ArticleIndex } from '../../index/article-index.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';
import { pruneEdge, type AgedArticle } from './plan-prune.ts';
import { planStore, pruneStore, type PruneOutcome } from './prune-store.ts';

/** The dependencies of pruning. */
export interface PrunerParts {
  readonly store: Store<Records>;
  /** Has the dates of all stored articles, so that the store need not be read through. */
  readonly index: Pick<ArticleIndex, 'newest'>;
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
export function createPruner({ store, index, keepDays, now, log }: PrunerParts): Pruner {
  const stopping = new AbortController();
  return {
    async prune() {
      const moment = { keepDays, now: now() };
      const plan = await planStore(store, listOld(index, pruneEdge(keepDays, moment.now)), moment);
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
