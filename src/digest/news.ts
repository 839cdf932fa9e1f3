import type { ArticleReader } from '../index/article-view.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { StoryReader } from '../story/book/story-book.ts';
import type { ReadingOf } from '../summary/reading/reading-cache.ts';
import type { DigestCache } from './digest-cache.ts';

/** What digests are built from: the articles, their index and their stories. */
export interface News {
  readonly index: ArticleReader;
  readonly articles: ArticleStore;
  readonly stories: StoryReader;
  readonly readingOf: ReadingOf;
  readonly cache: DigestCache;
}
