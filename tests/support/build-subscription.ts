import type { Edition } from '../../src/digest/edition.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { buildDigest } from './build-digest.ts';

/** An old subscription to a digest every day at 08:00 UTC. */
export function buildSubscription(given: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub-1',
    guildId: '100',
    channelId: '200',
    schedule: { cron: '0 8 * * *', zone: 'UTC' },
    topics: [],
    sources: [],
    storyCount: 5,
    thread: 'none',
    onQuiet: 'post-nothing',
    state: { kind: 'active' },
    createdBy: '300',
    createdAt: '2024-01-01T00:00:00.000Z',
    changedAt: '2024-01-01T00:00:00.000Z',
    ...given,
  };
}

/** An edition of that subscription, posted on time on 14 March 2024. */
export function buildEdition(given: Partial<Edition> = {}): Edition {
  return {
    id: '0123456789ab',
    subscriptionId: 'sub-1',
    guildId: '100',
    channelId: '200',
    slot: '2024-03-14T08:00:00.000Z',
    late: false,
    digest: buildDigest(),
    state: { kind: 'posted', at: '2024-03-14T08:00:01.000Z', messageId: '400' },
    ...given,
  };
}
