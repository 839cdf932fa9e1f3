import { LRUCache } from 'lru-cache';
import type { StoryBook } from '../story/book/story-book.ts';

/** How many results are kept: those of the digests of one minute. */
const MOST_KEPT = 200;

/**
 * Keeps what digests of one moment have in common, until an article changes. A hundred schedules at 08:00
 * mostly cover the same window.
 */
export interface DigestCache {
  /** The result kept under `key`, which names all that it depends on besides articles; else that of `compute`. */
  keep<T extends object | string>(key: readonly unknown[], compute: () => Promise<T>): Promise<T>;
}

/** Creates a cache that is empty again whenever an article changes. */
export function createDigestCache(stories: Pick<StoryBook, 'version'>): DigestCache {
  const kept = new LRUCache<string, object | string>({ max: MOST_KEPT });
  return {
    async keep<T extends object | string>(
      key: readonly unknown[],
      compute: () => Promise<T>,
    ): Promise<T> {
      const { version } = stories;
      const name = JSON.stringify([version, ...key]);
      const known = kept.get(name) as T | undefined;
      if (known !== undefined) return known;
      const computed = await compute();
      // What was computed while an article changed may be of neither state.
      if (stories.version === version) kept.set(name, computed);
      return computed;
    },
  };
}
