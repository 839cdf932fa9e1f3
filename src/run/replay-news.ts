import { buildEdition } from '../digest/build-edition.ts';
import type { Edition } from '../digest/edition.ts';
import type { News } from '../digest/news.ts';
import { prepareDigest } from '../digest/prepare-digest.ts';
import type { Subscription } from '../digest/subscription.ts';
import { fitDigest } from '../render/render-digest.ts';

const DAY_MS = 24 * 3_600_000;

/** The editions that are replayed: enough for a first one, news, and an update of it. */
const REPLAYED = { editions: 3, everyDays: 2 } as const;

/** Where editions would have been posted. */
export type ReplayedChannel = Pick<Subscription, 'guildId' | 'channelId'>;

/**
 * Builds the last editions that a channel would have got of old news: by a schedule of every other midnight, up to the one
 * after the newest article, which was published at `newestAt` (ms since the epoch). Those without stories are left
 * out. Nothing is stored.
 */
export async function replayNews(
  channel: ReplayedChannel,
  newestAt: number,
  news: News,
): Promise<Edition[]> {
  const end = (Math.floor(newestAt / DAY_MS) + 1) * DAY_MS;
  const subscription = buildSubscription(channel, new Date(end));
  const past: Edition[] = [];
  for (let back = REPLAYED.editions - 1; back >= 0; back -= 1) {
    const slot = new Date(end - back * REPLAYED.everyDays * DAY_MS);
    const digest = fitDigest(await prepareDigest(subscription, slot, past, news));
    const state = { kind: 'posted', at: slot.toISOString(), messageId: '' } as const;
    past.push(buildEdition({ subscription, slot, late: false, digest, state }));
  }
  return past.filter(({ digest }) => digest.stories.length > 0);
}

function buildSubscription(channel: ReplayedChannel, at: Date): Subscription {
  const created = at.toISOString();
  return {
    ...channel,
    id: 'replay',
    schedule: { cron: `0 0 */${REPLAYED.everyDays} * *`, zone: 'UTC' },
    topics: [],
    sources: [],
    storyCount: 5,
    thread: 'none',
    onQuiet: 'post-nothing',
    state: { kind: 'active' },
    createdBy: '',
    createdAt: created,
    changedAt: created,
  };
}
