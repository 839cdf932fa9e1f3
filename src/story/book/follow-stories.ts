import { UserError } from '../../errors.ts';
import { createFollower } from '../../index/follow-articles.ts';
import type { IndexWindow } from '../../index/index-window.ts';
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
 * none starts without. Every question is answered as of all articles that were stored when it was asked. Reading and
 * joining end when the signal aborts, and whoever waits for stories is told so.
 *
 * @param window Which articles the stories are made of; by default all.
 */
export function followStories(
  articles: ArticleStore,
  book: StoryBook,
  signal?: AbortSignal,
  window?: IndexWindow,
): FollowedStories {
  const follower = createFollower(articles, book, signal, window);
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
      try {
        await catchUp();
        return await book.storiesOf(ids, guildId);
      } catch (error) {
        if (!signal?.aborted || error !== signal.reason) throw error;
        throw new UserError(
          'not-available',
          'I am being stopped. Please ask again when I am back.',
          { cause: error },
        );
      }
    },
    progress: () => book.progress,
    async keepUp() {
      await catchUp();
      await book.settle();
    },
  };
}
