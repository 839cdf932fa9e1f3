import { editionKey, type Edition } from '../digest/edition.ts';
import { isHeld, type RunLimits } from '../digest/plan-run.ts';
import { isPastKeeping } from '../digest/select-expired.ts';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Deliverer } from './deliverer.ts';
import { isPending } from './edition-states.ts';

/** What settling takes. */
export interface OrphanParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly deliverer: Deliverer;
  readonly clock: () => Date;
  readonly limits: RunLimits;
}

/**
 * Settles the pending editions of subscriptions that were removed or moved to another channel since,
 * which nobody serves any more, and removes editions that are past keeping. Resolves to whether an
 * attempt may still be in flight, so that it has to be done again.
 */
export async function settleOrphans(parts: OrphanParts): Promise<boolean> {
  const { subscriptions, editions, deliverer, clock, limits } = parts;
  let isUnsettled = false;
  for await (const [, edition] of editions.list()) {
    if (!isPending(edition)) {
      if (isPastKeeping(edition, clock())) await editions.remove(editionKey(edition));
      continue;
    }
    const { guildId, subscriptionId: id, channelId, state } = edition;
    const subscription = await subscriptions.get(subscriptionKey({ guildId, id }));
    if (subscription?.channelId === channelId) continue;
    if (isHeld(new Date(state.retryAt), clock(), limits)) isUnsettled = true;
    else await deliverer.giveUp(edition);
  }
  return isUnsettled;
}
