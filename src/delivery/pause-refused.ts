import { pauseSubscription } from '../digest/change-subscription.ts';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Refusal } from './judge-failure.ts';
import { notifyManagers, type NoticeParts } from './notify-managers.ts';

/** The dependencies of pausing a subscription. */
export interface PausingParts extends NoticeParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly clock: () => Date;
}

/**
 * Pauses a subscription whose edition Discord refused, gives the reason, and tells the server's
 * managers once. Leaves it alone if it was changed, paused or removed in the meantime.
 */
export async function pauseRefused(
  subscription: Subscription,
  refusal: Refusal,
  parts: PausingParts,
): Promise<void> {
  const { subscriptions, clock, log } = parts;
  const key = subscriptionKey(subscription);
  const current = await subscriptions.get(key);
  if (current?.state.kind !== 'active' || current.changedAt !== subscription.changedAt) return;
  const { state, ...rest } = pauseSubscription(current, 'delivery', refusal.detail, clock());
  // Recorded first, so that after a crash the scheduler sees that the managers do not know yet.
  const untold = refusal.reason !== 'guild-gone' && ({ untold: true } as const);
  const paused = { ...rest, state: { ...state, ...untold } };
  await subscriptions.put(key, paused);
  log.warn({ subscription: subscription.id, reason: refusal.reason }, 'paused a subscription');
  if (untold) await tellPaused(paused, parts);
}

/** Tells the managers of a pause and records that. If Discord cannot be reached, it stays to be done. */
export async function tellPaused(
  paused: Subscription,
  { subscriptions, ...parts }: Omit<PausingParts, 'clock'>,
): Promise<void> {
  if ((await notifyManagers(paused, parts)) === 'unreachable') return;
  const current = await subscriptions.get(subscriptionKey(paused));
  if (current?.state.kind !== 'paused' || paused.state.kind !== 'paused') return;
  // It was resumed and refused again meanwhile, and of that pause the managers do not know yet.
  if (current.state.since !== paused.state.since) return;
  const { untold: _, ...state } = current.state;
  await subscriptions.put(subscriptionKey(current), { ...current, state });
}
