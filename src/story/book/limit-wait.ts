import { waitUnlessAborted } from '../../abort.ts';
import { UserError } from '../../errors.ts';
import type { StoryReader } from './story-book.ts';

/**
 * The stories for someone who waits for an answer. While many articles are joined, which takes minutes after the
 * first import of a large store, a question rejects with a UserError after `mostMs` milliseconds.
 */
export function limitWait(
  stories: StoryReader & { progress(): number | undefined },
  mostMs: number,
): StoryReader {
  return {
    async storiesOf(ids, guildId) {
      const signal = AbortSignal.timeout(mostMs);
      try {
        return await waitUnlessAborted(stories.storiesOf(ids, guildId), signal);
      } catch (error) {
        if (error !== signal.reason) throw error;
        const share = stories.progress();
        const done = share === undefined ? '' : `; ${Math.floor(share * 100)} % is done`;
        throw new UserError(
          'not-available',
          `I am still joining the stored articles into stories${done}. Please try again in a minute.`,
        );
      }
    },
  };
}
