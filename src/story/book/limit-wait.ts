import { waitUnlessAborted } from '../../abort.ts';
import { UserError } from '../../errors.ts';
import type { FollowedStories } from './follow-stories.ts';
import type { StoryReader } from './story-book.ts';

/**
 * The stories for someone who waits for an answer. While many articles are joined, which takes minutes after the
 * first import of a large store, a question rejects with a UserError after `mostMs` milliseconds.
 */
export function limitWait(
  stories: Pick<FollowedStories, 'storiesOf' | 'progress'>,
  mostMs: number,
): StoryReader {
  return {
    async storiesOf(ids, guildId) {
      const signal = AbortSignal.timeout(mostMs);
      try {
        return await waitUnlessAborted(stories.storiesOf(ids, guildId), signal);
      } catch (error) {
        if (error !== signal.reason) throw error;
        const share = Math.floor(stories.progress() * 100);
        throw new UserError(
          'not-available',
          `I am still joining the stored articles into stories; ${share} % is done. Please try again in a minute.`,
        );
      }
    },
  };
}
