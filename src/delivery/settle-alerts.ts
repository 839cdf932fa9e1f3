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

/**
 * Resumes a subscription's pending alerts, or gives them up, unless they are held. `past` are its channel's editions.
 * Resolves to whether any was taken up, so that they have to be read again.
 */
export async function settleAlerts(
  subscription: Subscription,
  past: readonly Edition[],
  { deliverer, clock, limits }: SettlingParts,
): Promise<boolean> {
  let isSettled = false;
  for (const edition of past) {
    const isOwn = edition.subscriptionId === subscription.id && edition.alert !== undefined;
    if (!isOwn || !isPending(edition)) continue;
    const pending = {
      slot: new Date(edition.slot),
      pendingUntil: new Date(edition.state.retryAt),
    };
    const plan = planPending(subscription, pending, false, clock(), limits);
    if (plan.kind === 'wait') continue;
    isSettled = true;
    if (plan.kind === 'resume') await deliverer.resume(subscription, edition, plan.late);
    else await deliverer.giveUp(edition);
  }
  return isSettled;
}
