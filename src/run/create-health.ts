import type { Health } from '../command/services.ts';
import type { ArticleIndex } from '../index/article-index.ts';
import type { Store } from '../store/create-store.ts';
import { CAUSES } from '../store/store-fault.ts';
import { VERSION } from '../version.ts';

/** The dependencies of describing the app's health. */
interface HealthParts {
  readonly index: Pick<ArticleIndex, 'newest' | 'size'>;
  readonly store: Pick<Store, 'engine' | 'writeFault'>;
  /** 0 keeps all articles. */
  readonly keepDays: number;
  readonly now: () => Date;
  /** True until the stored articles are in the index. */
  readonly isReading: () => boolean;
}

/** Creates a function that describes the app's health. The app counts as started at the time of the call. */
export function createHealth({
  index,
  store,
  keepDays,
  now,
  isReading,
}: HealthParts): () => Health {
  const startedAt = now().toISOString();
  return () => {
    const fault = store.writeFault();
    const [newest] = index.newest({}, { limit: 1, isFirst: true }).entries;
    return {
      version: VERSION,
      startedAt,
      articleCount: index.size,
      ...(newest && { newestAt: new Date(newest.at).toISOString() }),
      storeEngine: store.engine,
      ...(fault && { storeFault: CAUSES[fault.reason] }),
      keepDays,
      reading: isReading(),
      memoryBytes: process.memoryUsage.rss(),
    };
  };
}
