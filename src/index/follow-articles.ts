import { createBreather } from '../slices.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';

/** What following a store needs of an index. */
interface FollowingIndex {
  put(article: StoredArticle): void;
  remove(id: string): boolean;
}

/** Keeps an index in step with a store that any process may write to. */
export interface Follower {
  /** Reads the whole store; resolves when the index holds all that was stored at the call. */
  load(): Promise<void>;
  /** Takes over what has changed since; resolves with how many articles that were. */
  catchUp(): Promise<number>;
}

const PAGE = 100;

/**
 * Creates a follower. It learns of changes from the store alone, so that articles imported by
 * another process are found too. Long reads are sliced, so that the event loop stays free.
 */
export function createFollower(articles: ArticleStore, index: FollowingIndex): Follower {
  const known = new Set<string>();
  let cursor: number | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function put(article: StoredArticle): void {
    known.add(article.id);
    index.put(article);
  }

  function remove(id: string): void {
    known.delete(id);
    index.remove(id);
  }

  return {
    async load() {
      // Taken before reading: a change during the read is seen twice rather than never.
      cursor = await articles.cursor();
      const breathe = createBreather();
      for await (const article of articles.iterate()) {
        put(article);
        const pause = breathe();
        if (pause) await pause;
      }
    },
    catchUp() {
      // One after the other: an older read that ends later must not undo a newer one.
      const caughtUp = turn.then(catchUpNow, catchUpNow);
      turn = caughtUp;
      return caughtUp;
    },
  };

  async function catchUpNow(): Promise<number> {
    if (cursor === undefined) return 0;
    const changes = await articles.changesSince(cursor);
    const breathe = createBreather();
    for (let from = 0; from < changes.ids.length; from += PAGE) {
      const ids = changes.ids.slice(from, from + PAGE);
      const found = await articles.getMany(ids);
      for (const [position, article] of found.entries()) {
        if (article) put(article);
        else remove(ids[position]!);
        const pause = breathe();
        if (pause) await pause;
      }
    }
    if (changes.all) {
      const stored = new Set(changes.ids);
      for (const id of known) if (!stored.has(id)) remove(id);
    }
    cursor = changes.cursor;
    return changes.ids.length;
  }
}
