import type { Article } from '../../src/article/article.ts';
import type { DigestSources } from '../../src/digest/build-digest.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';

/** A store with articles, and their index. */
export interface News extends DigestSources {
  readonly store: TestStore;
  readonly index: ArticleIndex;
  /** Stores and indexes more articles, first seen at `now`. */
  add(articles: readonly Article[], now: Date): Promise<void>;
  close(): Promise<void>;
}

/** Opens a store, in memory or at a URL, and indexes articles as they are added. */
export async function openNews(url = 'memory:'): Promise<News> {
  const store = await openTestStore(url);
  const index = new ArticleIndex();
  for await (const article of store.articles.iterate()) index.put(article);
  return {
    store,
    index,
    articles: store.articles,
    readingOf: buildReading,
    async add(articles, now) {
      await store.articles.putMany(articles, now);
      for (const stored of await store.articles.getMany(articles.map(({ id }) => id))) {
        if (stored) index.put(stored);
      }
    },
    close: () => store.close(),
  };
}
