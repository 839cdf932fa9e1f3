import type { Subscription } from './subscription.ts';

/** What a manager may edit. */
export type SubscriptionEdit = Partial<
  Omit<Subscription, 'id' | 'guildId' | 'state' | 'createdBy' | 'createdAt' | 'changedAt'>
>;

/** Applies an edit. Slots before `now` will not be caught up under the new terms. */
export function editSubscription(
  subscription: Subscription,
  edit: SubscriptionEdit,
  now: Date,
): Subscription {
  return { ...subscription, ...edit, changedAt: now.toISOString() };
}

/** Pauses a subscription; `by` tells a manager's wish from Discord's refusal. */
export function pauseSubscription(
  subscription: Subscription,
  by: 'manager' | 'delivery',
  reason: string,
  now: Date,
): Subscription {
  const since = now.toISOString();
  return { ...subscription, state: { kind: 'paused', by, reason, since } };
}

/** Lets a subscription run again; slots that passed while it was paused are not caught up. */
export function resumeSubscription(subscription: Subscription, now: Date): Subscription {
  return { ...subscription, state: { kind: 'active' }, changedAt: now.toISOString() };
}
