import { FOREVER, type Idle } from '../store/idle.ts';
import { isAlerting } from '../digest/alerts/is-alerting.ts';
import type { Edition } from '../digest/edition.ts';
import { RUN_LIMITS } from '../digest/plan-run.ts';
import { nextSlot } from '../digest/slots.ts';
import type { Subscription } from '../digest/subscription.ts';

/** The clocks of two processes differ by less. A subscription served later than this from now was served by a clock set back since. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** A schedule is looked at so often at least. A zone's rules may change, and what was planned by the old ones is too late then. */
const MOST_IDLE_MS = 24 * 3_600_000;

/** When nobody has to look at a subscription. Whether a story passes, its record cannot say: alerts are looked for at every tick. */
export function whenSubscriptionIsIdle(subscription: Subscription): Idle | undefined {
  return isAlerting(subscription) ? undefined : whenBetweenSlots(subscription);
}

/** When no slot of a subscription is due: from when it was last served, up to its next slot, and a day at most. */
export function whenBetweenSlots({ state, schedule, servedAt }: Subscription): Idle | undefined {
  if (state.kind === 'paused') return state.untold ? undefined : FOREVER;
  if (servedAt === undefined) return undefined;
  const servedMs = Date.parse(servedAt);
  const nextMs = nextSlot(schedule, new Date(servedMs))?.getTime() ?? Infinity;
  const until = new Date(Math.min(nextMs, servedMs + MOST_IDLE_MS));
  return { from: new Date(servedMs - CLOCK_SKEW_MS), until };
}

/** When nobody has to take up an edition: while it is held, and always once it is settled. It says what `isHeld` does. */
export function whenEditionIsIdle({ state }: Edition): Idle {
  if (state.kind !== 'pending') return FOREVER;
  const until = new Date(state.retryAt);
  return { from: new Date(until.getTime() - RUN_LIMITS.holdMs), until };
}
