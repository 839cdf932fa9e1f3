import type { Edition } from '../digest/edition.ts';
import { planPending, type RunLimits } from '../digest/plan-run.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Deliverer } from './deliverer.ts';
import { isPending } from './edition-states.ts';

/** The dependencies of settling alerts. */
interface SettlingParts {
  readonly deliverer: Pick<Deliverer, 'resume' | 'giveUp'>;
  readonly clock: () => Date;
  readonly limits: RunLimits;
}

/** Whether an alert was taken up, or when the next one may be; undefined if none is pending. */
type Settling =
  | { readonly kind: 'settled' }
  | { readonly kind: 'wait'; readonly until: Date | undefined };

/**
 * Resumes a subscription's pending alerts, or gives them up. `past` are its channel's editions, which have to be read
 * again if any was taken up.
 */
export async function settleAlerts(
  subscription: Subscription,
  past: readonly Edition[],
  { deliverer, clock, limits }: SettlingParts,
): Promise<Settling> {
  let until: Date | undefined;
  let isSettled = false;
  for (const edition of past) {
    const isOwn = edition.subscriptionId === subscription.id && edition.alert !== undefined;
    if (!isOwn || !isPending(edition)) continue;
    const pending = {
      slot: new Date(edition.slot),
      pendingUntil: new Date(edition.state.retryAt),
    };
    const plan = planPending(subscription, pending, false, clock(), limits);
    if (plan.kind === 'wait') {
      if (until === undefined || pending.pendingUntil < until) until = pending.pendingUntil;
      continue;
    }
    isSettled = true;
    if (plan.kind === 'resume') await deliverer.resume(subscription, edition, plan.late);
    else await deliverer.giveUp(edition);
  }
  return isSettled ? { kind: 'settled' } : { kind: 'wait', until };
}
