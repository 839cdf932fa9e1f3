import { describe, expect, it } from 'vitest';
import type { SystemChannel } from '../../src/delivery/guild-knowledge.ts';
import type { PostOutcome } from '../../src/delivery/message-port.ts';
import { notifyManagers } from '../../src/delivery/notify-managers.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { buildGuilds, buildPort } from '../support/build-port.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { collectLog } from '../support/collect-log.ts';

const PAUSED = buildSubscription({
  state: {
    kind: 'paused',
    by: 'delivery',
    reason: 'The channel is gone.',
    since: '2024-03-14T08:00:00.000Z',
  },
});
const WRITABLE: SystemChannel = { kind: 'writable', channelId: '201' };

async function notify(
  system: SystemChannel,
  outcome: PostOutcome = { kind: 'posted', messageId: '1' },
  subscription: Subscription = PAUSED,
) {
  const posts: [channelId: string, content: string | undefined][] = [];
  const result = await notifyManagers(subscription, {
    port: buildPort({
      async post(channelId, { content }) {
        posts.push([channelId, content]);
        return outcome;
      },
    }),
    guilds: buildGuilds({ systemChannel: async () => system }),
    log: collectLog().log,
  });
  return { result, posts };
}

describe('the managers of a paused subscription', () => {
  it('are told why, in the system channel', async () => {
    const { result, posts } = await notify(WRITABLE);
    expect(result).toBe('told');
    expect(posts).toEqual([['201', expect.stringContaining('is paused: The channel is gone.')]]);
  });

  it.each<[string, SystemChannel, PostOutcome | undefined]>([
    ['impossible', { kind: 'none' }, undefined],
    ['unreachable', { kind: 'unknown' }, undefined],
    ['impossible', WRITABLE, { kind: 'refused', reason: 'missing-permission' }],
    ['unreachable', WRITABLE, { kind: 'unreachable', detail: 'Discord did not answer at all.' }],
  ])('cannot be told: %s, with %o and %o', async (expected, system, outcome) => {
    expect((await notify(system, outcome)).result).toBe(expected);
  });

  it('are told nothing if it is not paused', async () => {
    const { posts } = await notify(WRITABLE, undefined, buildSubscription());
    expect(posts).toEqual([]);
  });
});
