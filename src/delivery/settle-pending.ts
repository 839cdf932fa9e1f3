import type { Edition } from '../digest/edition.ts';
import { isHeld, type RunLimits } from '../digest/plan-run.ts';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Deliverer } from './deliverer.ts';
import { isPending } from './edition-states.ts';

/** The dependencies of settling. */
interface PendingParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly deliverer: Pick<Deliverer, 'giveUp'>;
  readonly clock: () => Date;
  readonly limits: RunLimits;
}

/**
 * Finds who takes up a pending edition: resolves to the key of its subscription, which has to be served. If that was
 * removed or moved to another channel, nobody does any more, and the edition is given up.
 */
export async function settlePending(
  key: string,
  { subscriptions, editions, deliverer, clock, limits }: PendingParts,
): Promise<string | undefined> {
  const edition = await editions.get(key);
  if (!isPending(edition)) return undefined;
  const { guildId, subscriptionId: id, channelId, slot, alert, state } = edition;
  const owner = subscriptionKey({ guildId, id });
  if ((await subscriptions.get(owner))?.channelId === channelId) {
    // The clock was ahead when it was issued. Its slot counts when it comes.
    const isAhead = alert === undefined && Date.parse(slot) > clock().getTime();
    return isAhead ? undefined : owner;
  }
  if (!isHeld(new Date(state.retryAt), clock(), limits)) await deliverer.giveUp(edition);
  return undefined;
}
