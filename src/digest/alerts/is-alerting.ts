import type { Subscription } from '../subscription.ts';
import type { AlertingSubscription } from './find-alert-stories.ts';

/** Tells whether a subscription posts stories at once. */
export function isAlerting(subscription: Subscription): subscription is AlertingSubscription {
  return subscription.alert !== undefined && subscription.state.kind === 'active';
}
