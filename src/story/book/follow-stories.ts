import { createFollower } from '../../index/follow-articles.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import type { StoryBook, StoryReader } from './story-book.ts';

/** The stories of a store that any process may write to. */
export interface FollowedStories extends StoryReader {
  /** Brings the stories up to date ahead of the next question. */
  keepUp(): Promise<void>;
  /** The share of the work that is done: 1 if all articles that were read are in stories. */
  progress(): number;
}

/**
 * Keeps a book in step with a store. The store is read when the stories are first needed, so that what needs
 * none starts without. Every question is answered as of all articles that were stored when it was asked.
 */
export function followStories(articles: ArticleStore, book: StoryBook): FollowedStories {
  const follower = createFollower(articles, book);
  let loading: Promise<void> | undefined;

  async function catchUp(): Promise<void> {
    loading ??= follower.load().catch((err: unknown) => {
      // Read again at the next question.
      loading = undefined;
      throw err;
    });
    await loading;
    await follower.catchUp();
  }

  return {
    async storiesOf(ids, guildId) {
      await catchUp();
      return await book.storiesOf(ids, guildId);
    },
    progress: () => book.progress,
    async keepUp() {
      await catchUp();
      await book.settle();
    },
  };
}
