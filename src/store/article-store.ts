import type { Article } from '../article/article.ts';

/** An article as stored, with when this store first saw it and last changed it (ISO 8601, UTC). */
export interface StoredArticle extends Article {
  readonly firstSeenAt: string;
  readonly updatedAt: string;
}

/** The outcome of storing an article. */
export type PutOutcome = 'added' | 'updated' | 'unchanged';

/** Ids changed after a cursor, and the cursor to ask from next time. */
export interface Changes {
  readonly ids: readonly string[];
  readonly cursor: number;
  /** The journal no longer reaches back to the cursor: `ids` are all that is stored, drop the rest. */
  readonly all?: true;
}

/** Articles by id. The store is the truth; every index can be rebuilt from it. */
export interface ArticleStore {
  get(id: string): Promise<StoredArticle | undefined>;
  /** In the order of `ids`; undefined for each that is not stored. */
  getMany(ids: readonly string[]): Promise<(StoredArticle | undefined)[]>;
  /** Idempotent. An article that was reported as stored survives a killed process. */
  putMany(articles: readonly Article[], now: Date): Promise<PutOutcome[]>;
  remove(id: string): Promise<boolean>;
  /**
   * Removes articles in small transactions, with a turn of the event loop in between. `isToGo` is asked of each as it
   * is stored at that moment; by default all go. Resolves to the ids of those that are gone now and were there before.
   */
  removeMany(
    ids: readonly string[],
    isToGo?: (article: StoredArticle) => boolean,
  ): Promise<string[]>;
  /** Every stored article, in pages, so that memory stays bounded. */
  iterate(): AsyncIterable<StoredArticle>;
  /** The cursor at the end of the journal: take it before `iterate()`, then follow `changesSince`. */
  cursor(): Promise<number>;
  /** The articles that any process added, updated or removed after `cursor`. */
  changesSince(cursor: number): Promise<Changes>;
  /**
   * Removes the journal up to a cursor, except its newest entry, from which it goes on counting. A follower that is
   * further behind learns that anything may have changed. Resolves to the number of removed entries.
   */
  trimJournal(cursor: number): Promise<number>;
}
