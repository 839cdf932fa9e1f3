import type { Health } from '../command/services.ts';
import type { ArticleIndex } from '../index/article-index.ts';
import type { Store } from '../store/create-store.ts';
import { VERSION } from '../version.ts';

/** The dependencies of describing the app's health. */
interface HealthParts {
  readonly index: Pick<ArticleIndex, 'newest' | 'size'>;
  readonly store: Pick<Store, 'engine'>;
  readonly now: () => Date;
  /** True until the stored articles are in the index. */
  readonly isReading: () => boolean;
}

/** Creates a function that describes the app's health. The app counts as started at the time of the call. */
export function createHealth({ index, store, now, isReading }: HealthParts): () => Health {
  const startedAt = now().toISOString();
  return () => {
    const [newest] = index.newest({}, { limit: 1, isFirst: true }).entries;
    return {
      version: VERSION,
      startedAt,
      articleCount: index.size,
      ...(newest && { newestAt: new Date(newest.at).toISOString() }),
      storeEngine: store.engine,
      reading: isReading(),
      memoryBytes: process.memoryUsage.rss(),
    };
  };
}
