import type { Subscription } from './subscription.ts';

/** The fields that a manager may edit. */
export type SubscriptionEdit = Partial<
  Omit<Subscription, 'id' | 'guildId' | 'state' | 'createdBy' | 'createdAt' | 'changedAt'>
>;

/** Applies an edit. Slots before `now` are not caught up under the new settings. */
export function editSubscription(
  subscription: Subscription,
  edit: SubscriptionEdit,
  now: Date,
): Subscription {
  return { ...subscription, ...edit, changedAt: now.toISOString() };
}

/** Pauses a subscription. `by` tells whether a manager wanted that or Discord refused an edition. */
export function pauseSubscription(
  subscription: Subscription,
  by: 'manager' | 'delivery',
  reason: string,
  now: Date,
): Subscription {
  const since = now.toISOString();
  return { ...subscription, state: { kind: 'paused', by, reason, since } };
}

/** Resumes a subscription. Slots during the pause are not caught up. */
export function resumeSubscription(subscription: Subscription, now: Date): Subscription {
  return { ...subscription, state: { kind: 'active' }, changedAt: now.toISOString() };
}
