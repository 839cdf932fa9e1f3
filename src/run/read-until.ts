import type { ArticleStore } from '../store/article-store.ts';

/**
 * The same articles, but their reading stops when `ending` aborts: each read then rejects with its reason. So whoever
 * is reading a large store does not have to be waited for.
 */
export function readUntil(articles: ArticleStore, ending: AbortSignal): ArticleStore {
  return {
    ...articles,
    async getMany(ids) {
      ending.throwIfAborted();
      return await articles.getMany(ids);
    },
    async changesSince(cursor) {
      ending.throwIfAborted();
      return await articles.changesSince(cursor);
    },
    async *iterate() {
      for await (const article of articles.iterate()) {
        ending.throwIfAborted();
        yield article;
      }
    },
  };
}
