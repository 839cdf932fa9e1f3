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
  const channels = new Map<string, string | undefined>();
  const isServed = async ({
    guildId,
    subscriptionId: id,
    channelId,
  }: Edition): Promise<boolean> => {
    const key = subscriptionKey({ guildId, id });
    if (!channels.has(key)) channels.set(key, (await subscriptions.get(key))?.channelId);
    return channels.get(key) === channelId;
  };
  for await (const [, edition] of editions.list()) {
    if (!isPending(edition) && !isPastKeeping(edition, clock())) continue;
    // A schedule's old editions are removed when it issues new ones.
    if (await isServed(edition)) continue;
    if (!isPending(edition)) await editions.remove(editionKey(edition));
    else if (isHeld(new Date(edition.state.retryAt), clock(), limits)) isUnsettled = true;
    else await deliverer.giveUp(edition);
  }
  return isUnsettled;
}
