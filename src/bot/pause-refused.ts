import { pauseSubscription } from '../digest/change-subscription.ts';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { DiscordPort } from './deliver-port.ts';
import type { Refusal } from './deliver-outcome.ts';
import { notifyManagers } from './notify-managers.ts';

/** What pausing takes. */
export interface PausingParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly port: DiscordPort;
  readonly clock: () => Date;
  readonly log: Log;
}

/**
 * Pauses a subscription that Discord refuses, with the reason, and tells the server's managers once.
 * One that was changed, paused or removed in the meantime is left as it is.
 */
export async function pauseRefused(
  subscription: Subscription,
  refusal: Refusal,
  { subscriptions, port, clock, log }: PausingParts,
): Promise<void> {
  const key = subscriptionKey(subscription);
  const current = await subscriptions.get(key);
  if (current?.state.kind !== 'active' || current.changedAt !== subscription.changedAt) return;
  const paused = pauseSubscription(current, 'delivery', refusal.detail, clock());
  await subscriptions.put(key, paused);
  log.warn({ subscription: subscription.id, reason: refusal.reason }, 'paused a subscription');
  if (refusal.reason !== 'guild-gone') await notifyManagers(paused, port, log);
}
