import { editionKey, storyMark, type Edition } from '../digest/edition.ts';
import { renderEditionStory } from '../render/render-edition-story.ts';
import { buildNonce } from './build-nonce.ts';
import type { FindOutcome, MessagePort, PortFailure } from './message-port.ts';

/** Limits all messages of an edition's thread together, so that they end within the edition's lease. */
const STORIES_MS = 30_000;

/** The thread of an edition. */
interface EditionThread {
  readonly edition: Edition;
  readonly threadId: string;
  /** When the edition was claimed: none of its messages is older. */
  readonly since: Date;
  /** An earlier attempt may have posted some of the stories. */
  readonly mayHaveStories: boolean;
}

/**
 * Posts a message for each story of an edition into its thread, in their order and each once. Resolves to the
 * failure of the first that could not be posted, or whose message could not be looked for.
 */
export async function postStories(
  { edition, threadId, since, mayHaveStories }: EditionThread,
  port: Pick<MessagePort, 'find' | 'post'>,
): Promise<PortFailure | (FindOutcome & { readonly kind: 'unknown' }) | undefined> {
  const signal = AbortSignal.timeout(STORIES_MS);
  const { channelId, digest } = edition;
  const { stories } = digest;
  let mayBeThere = mayHaveStories;
  for (const [index, story] of stories.entries()) {
    const mark = storyMark(edition.id, index + 1, stories.length);
    if (mayBeThere) {
      const found = await port.find({ channelId, threadId, mark, since }, signal);
      if (found.kind === 'found') continue;
      if (found.kind !== 'absent') return found;
      // Stories are posted in their order.
      mayBeThere = false;
    }
    const nonce = buildNonce(`${editionKey(edition)}:${index}`);
    const outcome = await port.post(threadId, renderEditionStory(story, mark), nonce, signal);
    if (outcome.kind !== 'posted') return outcome;
  }
  return undefined;
}
