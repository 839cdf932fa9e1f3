import { createBreather } from '../slices.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';

/** The part of an index that a follower writes to. */
interface FollowingIndex {
  put(article: StoredArticle): void;
  remove(id: string): boolean;
}

/** Keeps an index in step with a store that any process may write to. */
export interface Follower {
  /** Reads the whole store; resolves when the index has every article that was stored at the time of the call. */
  load(): Promise<void>;
  /** Instead of `load`, for an index that has these articles as they were at a cursor or later. */
  resume(cursor: number, ids: Iterable<string>): void;
  /** Applies the changes since the last call; resolves with their number. Calls at one time share a result. */
  catchUp(): Promise<number>;
  /**
   * Runs work while the index stands still. It is given the cursor up to which the index has every change;
   * undefined before the index is loaded.
   */
  hold<T>(work: (cursor: number | undefined) => Promise<T>): Promise<T>;
}

const PAGE = 100;

/**
 * Creates a follower. It learns of changes only from the store, so that articles that another
 * process imports are found too. A long read lets the event loop run in between, and rejects with the reason of the
 * signal once that aborts.
 */
export function createFollower(
  articles: ArticleStore,
  index: FollowingIndex,
  signal?: AbortSignal,
): Follower {
  const known = new Set<string>();
  let cursor: number | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let next: Promise<number> | undefined;

  /** One at a time: an older read that ends later must not undo a newer one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work, work);
    turn = done;
    return done;
  }

  function put(article: StoredArticle): void {
    known.add(article.id);
    index.put(article);
  }

  function remove(id: string): void {
    known.delete(id);
    index.remove(id);
  }

  return {
    load: () => inTurn(loadNow),
    resume(from, ids) {
      cursor = from;
      for (const id of ids) known.add(id);
    },
    catchUp() {
      // All who ask before it begins share it.
      next ??= inTurn(() => {
        next = undefined;
        return catchUpNow();
      });
      return next;
    },
    hold: (work) => inTurn(() => work(cursor)),
  };

  async function loadNow(): Promise<void> {
    // Taken before the read, so that a change during it is seen twice rather than never.
    const before = await articles.cursor();
    const breathe = createBreather('following');
    for await (const article of articles.iterate()) {
      signal?.throwIfAborted();
      put(article);
      const pause = breathe();
      if (pause) await pause;
    }
    cursor = before;
  }

  async function catchUpNow(): Promise<number> {
    if (cursor === undefined) return 0;
    const changes = await articles.changesSince(cursor);
    const breathe = createBreather('following');
    for (let from = 0; from < changes.ids.length; from += PAGE) {
      const ids = changes.ids.slice(from, from + PAGE);
      const found = await articles.getMany(ids);
      for (const [position, article] of found.entries()) {
        signal?.throwIfAborted();
        if (article) put(article);
        else remove(ids[position]!);
        const pause = breathe();
        if (pause) await pause;
      }
    }
    if (changes.all) {
      const stored = new Set(changes.ids);
      for (const id of known) {
        if (stored.has(id)) continue;
        remove(id);
        const pause = breathe();
        if (pause) await pause;
      }
    }
    cursor = changes.cursor;
    return changes.ids.length;
  }
}
