import type { ArticleReader } from '../index/article-view.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { Source } from '../ingest/sources/source.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { StoryReader } from '../story/book/story-book.ts';
import type { ReadingOf } from '../summary/reading/reading-cache.ts';
import type { DigestCache } from './digest-cache.ts';

/** What digests are built from: the articles, their index and their stories. */
export interface News {
  readonly index: ArticleReader;
  /** The server whose own articles the index shows, if it has any. What is kept of one view is not shown in another. */
  readonly viewer?: string;
  readonly articles: ArticleStore;
  readonly stories: StoryReader;
  readonly sources: Pick<RecordStore<Source>, 'list'>;
  readonly readingOf: ReadingOf;
  readonly cache: DigestCache;
  /** The languages of a server's digests whose schedule names none; empty for every language. */
  usualLanguages(guildId: string): Promise<readonly string[]>;
}
