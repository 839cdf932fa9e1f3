import type { Article } from '../../src/article/article.ts';
import { createDigestCache } from '../../src/digest/digest-cache.ts';
import { createUsualLanguages } from '../../src/digest/guild/usual-languages.ts';
import type { News } from '../../src/digest/news.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';

/** A store with articles, their index and their stories. */
export interface OpenedNews extends News {
  readonly store: TestStore;
  readonly index: ArticleIndex;
  readonly stories: StoryBook;
  /** Stores and indexes more articles, first seen at `now`. */
  add(articles: readonly Article[], now: Date): Promise<void>;
  close(): Promise<void>;
}

/** Opens a store, in memory or at a URL, and indexes articles as they are added. */
export async function openNews(url = 'memory:'): Promise<OpenedNews> {
  const store = await openTestStore(url);
  const index = new ArticleIndex();
  const stories = new StoryBook();
  const put = (article: StoredArticle): void => {
    index.put(article);
    stories.put(article);
  };
  for await (const article of store.articles.iterate()) put(article);
  return {
    store,
    index,
    stories,
    sources: store.records('sources'),
    cache: createDigestCache(index, stories),
    usualLanguages: createUsualLanguages({
      settings: store.records('settings'),
      guilds: store.records('guilds'),
    }),
    articles: store.articles,
    readingOf: buildReading,
    async add(articles, now) {
      await store.articles.putMany(articles, now);
      for (const stored of await store.articles.getMany(articles.map(({ id }) => id))) {
        if (stored) put(stored);
      }
    },
    close: () => store.close(),
  };
}
