import { waitUnlessAborted } from '../../abort.ts';
import { limitWait } from '../book/limit-wait.ts';
import type { StoryReader } from '../book/story-book.ts';
import type { ViewedStories } from './find-stories.ts';

/** Nobody notices a wait of this length, and articles that have just come are usually joined within it. */
const SOON_MS = 1000;

/** Published stories are no answer if more of the articles than this share are in none. */
const MOST_UNKNOWN = 0.1;

/** What to answer from. */
interface Answers {
  /** As of all articles, after however long a time. */
  readonly settled: StoryReader;
  /** As they are published, at once. */
  readonly published: (ids: readonly string[], guildId?: string) => Promise<ViewedStories>;
  /** The share of the articles that are joined, if this process joins them. */
  readonly progress: () => number | undefined;
}

/**
 * The stories for someone who waits for an answer. While the stories are not settled, which after a start with a large
 * store takes minutes, the published ones are the answer. Where most articles are in none, for example while a large
 * store is joined for the first time, a question rejects with a UserError after `mostMs` milliseconds.
 */
export function answerSoon({ settled, published, progress }: Answers, mostMs: number): StoryReader {
  /** Whether the last question could not be answered soon. The next ones don't wait until one could. */
  let isBehind = false;

  return {
    async storiesOf(ids, guildId) {
      let isDone = false;
      const asked = settled.storiesOf(ids, guildId);
      const note = (): void => {
        isDone = true;
        isBehind = false;
      };
      asked.then(note, note);
      if (!isBehind) {
        const inTime = AbortSignal.timeout(Math.min(SOON_MS, mostMs));
        try {
          return await waitUnlessAborted(asked, inTime);
        } catch (error) {
          if (error !== inTime.reason) throw error;
        }
      }
      const { stories, unknown } = await published(ids, guildId);
      if (isDone) return asked;
      isBehind = true;
      if (unknown <= ids.length * MOST_UNKNOWN) return [...stories];
      return limitWait({ storiesOf: () => asked, progress }, mostMs).storiesOf(ids, guildId);
    },
  };
}
