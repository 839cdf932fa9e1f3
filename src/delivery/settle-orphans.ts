import { editionKey, type Edition } from '../digest/edition.ts';
import { isHeld, type RunLimits } from '../digest/plan-run.ts';
import { isPastKeeping } from '../digest/select-expired.ts';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Deliverer } from './deliverer.ts';
import { isPending } from './edition-states.ts';

/** The dependencies of settling. */
export interface OrphanParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly deliverer: Deliverer;
  readonly clock: () => Date;
  readonly limits: RunLimits;
}

/**
 * Settles pending editions whose subscription was removed or moved to another channel, because nothing
 * else serves them any more. Also removes editions that are no longer kept. Resolves to true if an
 * attempt may still be in progress, so that this has to be called again.
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
