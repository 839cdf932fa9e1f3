import { pauseSubscription } from '../digest/change-subscription.ts';
import { isFollow } from '../digest/follow.ts';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import { KEEP, type RecordStore } from '../store/record-store.ts';
import type { Refusal } from './judge-failure.ts';
import { notifyManagers, type NoticeParts } from './notify-managers.ts';

/** The dependencies of pausing a subscription. */
export interface PausingParts extends NoticeParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly clock: () => Date;
}

/**
 * Pauses a subscription whose edition Discord refused, gives the reason, and tells the server's
 * managers once. Of a follow, `/follow list` tells its person. Leaves it alone if it was changed, paused or removed in the meantime.
 */
export async function pauseRefused(
  subscription: Subscription,
  refusal: Refusal,
  parts: PausingParts,
): Promise<void> {
  const { subscriptions, clock, log } = parts;
  const now = clock();
  // Recorded first, so that after a crash the scheduler sees that the managers do not know yet.
  const untold =
    refusal.reason !== 'guild-gone' && !isFollow(subscription) && ({ untold: true } as const);
  const change = await subscriptions.change(subscriptionKey(subscription), (current) => {
    if (current?.state.kind !== 'active' || current.changedAt !== subscription.changedAt)
      return KEEP;
    const { state, ...rest } = pauseSubscription(current, 'delivery', refusal.detail, now);
    return { ...rest, state: { ...state, ...untold } };
  });
  if (change.kind !== 'stored') return;
  log.warn({ subscription: subscription.id, reason: refusal.reason }, 'paused a subscription');
  if (untold) await tellPaused(change.after, parts);
}

/** Tells the managers of a pause and records that. If Discord cannot be reached, it stays to be done. */
export async function tellPaused(
  paused: Subscription,
  { subscriptions, ...parts }: Omit<PausingParts, 'clock'>,
): Promise<void> {
  if ((await notifyManagers(paused, parts)) === 'unreachable') return;
  await subscriptions.change(subscriptionKey(paused), (current) => {
    if (current?.state.kind !== 'paused' || paused.state.kind !== 'paused') return KEEP;
    // If it was resumed and refused again meanwhile, the managers do not know of that pause yet.
    if (current.state.since !== paused.state.since) return KEEP;
    const { untold: _, ...state } = current.state;
    return { ...current, state };
  });
}
