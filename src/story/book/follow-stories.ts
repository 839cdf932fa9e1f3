import { createFollower } from '../../index/follow-articles.ts';
import type { IndexWindow } from '../../index/index-window.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import { explainEnd } from './explain-end.ts';
import type { StoryBook, StoryReader } from './story-book.ts';

/** The stories of a store that any process may write to. */
export interface FollowedStories extends StoryReader {
  /** Brings the stories up to date ahead of the next question. */
  keepUp(): Promise<void>;
  /** Whether all stored articles were joined once. */
  hasJoined(): boolean;
  /**
   * Runs work while the book stands still with every change up to a cursor of the journal, all of it in stories.
   */
  whileSettled<T>(work: (cursor: number) => Promise<T>): Promise<T>;
}

/**
 * Keeps a book in step with a store. The store is read when the stories are first needed, so that what needs
 * none starts without. Every question is answered as of all articles that were stored when it was asked. Reading and
 * joining end when the signal aborts, and the person who waits for stories is told so.
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
  let hasJoined = false;

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
    storiesOf: (ids, guildId) =>
      explainEnd(signal, async () => {
        await catchUp();
        const stories = await book.storiesOf(ids, guildId);
        hasJoined = true;
        return stories;
      }),
    hasJoined: () => hasJoined,
    async whileSettled(work) {
      await catchUp();
      return await follower.hold(async (cursor) => {
        await book.settle();
        hasJoined = true;
        return await work(cursor!);
      });
    },
    async keepUp() {
      await catchUp();
      await book.settle();
      hasJoined = true;
    },
  };
}
