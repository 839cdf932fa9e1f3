import { articleTime } from '../article/article-time.ts';
import { createBreather, type Breather } from '../slices.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';
import type { IndexWindow } from './index-window.ts';

/** The part of an index that a follower writes to. */
interface FollowingIndex {
  put(article: StoredArticle): void;
  remove(id: string): boolean;
}

/** Keeps an index in step with a store that any process may write to. */
export interface Follower {
  /** Reads the whole store; resolves when the index has every article that was stored at the time of the call. */
  load(): Promise<void>;
  /** Instead of `load`, for an index that has these articles, with their dates, as they were at a cursor or later. */
  resume(cursor: number, known: Iterable<readonly [id: string, at: number]>): void;
  /** Applies the changes since the last call; resolves with their number. Calls at one time share a result. */
  catchUp(): Promise<number>;
  /**
   * Runs work while the index stands still. It is given the cursor up to which the index has every change;
   * undefined before the index is loaded.
   */
  hold<T>(work: (cursor: number | undefined) => Promise<T>): Promise<T>;
}

const PAGE = 100;

/** How far the edge of the window moves before articles that are too old by then leave the index. */
const FORGET_STEP_MS = 3_600_000;

/**
 * Creates a follower. It learns of changes only from the store, so that articles that another
 * process imports are found too. A long read lets the event loop run in between, and rejects with the reason of the
 * signal once that aborts.
 *
 * @param window Which articles the index has; by default all.
 */
export function createFollower(
  articles: ArticleStore,
  index: FollowingIndex,
  signal?: AbortSignal,
  window?: IndexWindow,
): Follower {
  /** The articles in the index and their dates. */
  const known = new Map<string, number>();
  let forgotten = Number.NEGATIVE_INFINITY;
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
    const at = articleTime(article);
    if (window && at < window.edge()) {
      if (known.has(article.id)) remove(article.id);
      return;
    }
    known.set(article.id, at);
    index.put(article);
  }

  function remove(id: string): void {
    known.delete(id);
    index.remove(id);
  }

  return {
    load: () => inTurn(loadNow),
    resume(from, entries) {
      cursor = from;
      for (const [id, at] of entries) known.set(id, at);
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
    for await (const article of readWindow()) {
      signal?.throwIfAborted();
      put(article);
      const pause = breathe();
      if (pause) await pause;
    }
    await forget(breathe);
    cursor = before;
  }

  /** All stored articles, or only those of the window if the store can tell them apart. */
  async function* readWindow(): AsyncGenerator<StoredArticle> {
    const ids = await window?.listIds();
    if (ids) yield* readArticles(ids);
    else yield* articles.iterate();
  }

  async function* readArticles(ids: readonly string[]): AsyncGenerator<StoredArticle> {
    for (let from = 0; from < ids.length; from += PAGE) {
      const found = await articles.getMany(ids.slice(from, from + PAGE));
      for (const article of found) if (article) yield article;
    }
  }

  async function catchUpNow(): Promise<number> {
    if (cursor === undefined) return 0;
    const changes = await articles.changesSince(cursor);
    const changed = (changes.all && (await window?.listIds())) || changes.ids;
    const breathe = createBreather('following');
    for (let from = 0; from < changed.length; from += PAGE) {
      const ids = changed.slice(from, from + PAGE);
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
      for (const id of known.keys()) {
        if (stored.has(id)) continue;
        remove(id);
        const pause = breathe();
        if (pause) await pause;
      }
    }
    await forget(breathe);
    cursor = changes.cursor;
    return changes.ids.length;
  }

  /** Removes the articles that have become too old for the window. */
  async function forget(breathe: Breather): Promise<void> {
    const edge = window?.edge() ?? 0;
    if (!window || edge - forgotten < FORGET_STEP_MS) return;
    for (const [id, at] of known) {
      if (at >= edge) continue;
      remove(id);
      const pause = breathe();
      if (pause) await pause;
    }
    forgotten = edge;
  }
}
