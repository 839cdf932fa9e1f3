import { describe, expect, it } from 'vitest';
import type { FindOutcome, PostOutcome } from '../../src/delivery/message-port.ts';
import { postStories } from '../../src/delivery/post-stories.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { buildEdition } from '../support/build-subscription.ts';
import { readText } from '../support/shown-text.ts';

const EDITION = buildEdition({
  digest: buildDigest({
    stories: ['Flood', 'Comet', 'Strike'].map((headline) => buildDigestStory({ headline })),
  }),
});
const POSTED: PostOutcome = { kind: 'posted', messageId: '1' };
const UNREACHABLE = { kind: 'unreachable', detail: 'Discord did not answer at all.' } as const;

/** Posts the stories to a thread that already has the messages with some of these marks. */
async function post(
  { mayHaveStories = false, there = [] as readonly string[] },
  {
    posts = [] as readonly PostOutcome[],
    found = undefined as FindOutcome | undefined,
    edition = EDITION,
  } = {},
) {
  const posted: string[] = [];
  const nonces: string[] = [];
  const looked: string[] = [];
  const failure = await postStories(
    { edition, threadId: '7', since: new Date(edition.slot), mayHaveStories },
    {
      async find({ threadId = '', mark }) {
        looked.push(`${threadId} ${mark.split(' · ')[1] ?? ''}`);
        if (found) return found;
        return there.some((one) => mark.endsWith(one))
          ? { kind: 'found', messageId: '9' }
          : { kind: 'absent' };
      },
      async post(channelId, message, nonce) {
        posted.push(`${channelId} ${/Flood|Comet|Strike/u.exec(readText(message))?.[0] ?? ''}`);
        nonces.push(nonce);
        return posts[posted.length - 1] ?? POSTED;
      },
    },
  );
  return { failure, posted, nonces, looked };
}

describe('the stories of an edition', () => {
  it('are posted into its thread in their order, without looking for them the first time', async () => {
    const { failure, posted, nonces, looked } = await post({});
    expect(failure).toBeUndefined();
    expect(posted).toEqual(['7 Flood', '7 Comet', '7 Strike']);
    expect(new Set(nonces).size).toBe(3);
    expect(looked).toEqual([]);
  });

  it('are each posted once, whichever are there already', async () => {
    const again = { mayHaveStories: true, there: ['story 1 of 3', 'story 2 of 3'] };
    const { posted, looked } = await post(again);
    expect(posted).toEqual(['7 Strike']);
    expect(looked).toEqual(['7 story 1 of 3', '7 story 2 of 3', '7 story 3 of 3']);
  });

  it('are not looked for behind the first that is absent', async () => {
    const { posted, looked } = await post({ mayHaveStories: true });
    expect(posted).toHaveLength(3);
    expect(looked).toEqual(['7 story 1 of 3']);
  });

  it('have the same nonces in each attempt', async () => {
    expect((await post({})).nonces).toEqual((await post({ mayHaveStories: true })).nonces);
  });

  it('stop at the first that cannot be posted', async () => {
    const { failure, posted } = await post({}, { posts: [POSTED, UNREACHABLE] });
    expect(failure).toEqual(UNREACHABLE);
    expect(posted).toEqual(['7 Flood', '7 Comet']);
  });

  it('are rather left out than posted twice if the thread cannot be read', async () => {
    const found = { kind: 'unknown', why: 'the bot may not read it' } as const;
    const { failure, posted } = await post({ mayHaveStories: true }, { found });
    expect(failure).toEqual(found);
    expect(posted).toEqual([]);
  });
});
