import { listSlots } from './slots.ts';
import type { Subscription } from './subscription.ts';

/** What to do for a subscription at one moment. */
export type RunPlan =
  /** Nothing yet. `isBlocked` if a slot is due and waits for the pending edition before it. */
  | { readonly kind: 'wait'; readonly missed: readonly Date[]; readonly isBlocked?: true }
  /** Issue the edition of `slot`; `missed` are older slots that are only recorded. */
  | {
      readonly kind: 'run';
      readonly slot: Date;
      readonly late: boolean;
      readonly missed: readonly Date[];
    }
  /** Resume a pending edition: the last attempt failed, or its process died. */
  | { readonly kind: 'resume'; readonly slot: Date; readonly late: boolean }
  /** Settle a pending edition without posting it: too old, or a newer slot is due. */
  | { readonly kind: 'give-up'; readonly slot: Date };

/** The newest slot that has an edition, and whether that is pending. */
export interface LastSlot {
  readonly slot: Date;
  /** Set while the edition is pending: no process may touch it before this instant. */
  readonly pendingUntil?: Date;
}

/** When a slot is caught up, in milliseconds. */
export interface RunLimits {
  /** The longest time after its slot that an edition is still posted. */
  readonly graceMs: number;
  /** An edition that is posted later than this after its slot says "late". */
  readonly lateAfterMs: number;
  /** Slots older than this are not recorded as missed. */
  readonly lookBackMs: number;
  /** The most slots that are recorded as missed at once: the newest ones. */
  readonly missedCount: number;
  /** A pending edition can wait at most this long. If it seems to wait longer, the clock was set back. */
  readonly holdMs: number;
}

/** All limits except the grace, which the host sets with CATCH_UP_MINUTES. */
export const RUN_LIMITS: Omit<RunLimits, 'graceMs'> = {
  lateAfterMs: 5 * 60_000,
  lookBackMs: 7 * 24 * 3_600_000,
  missedCount: 10,
  holdMs: 30 * 60_000,
};

/**
 * Decides what to do for a subscription at `now`. `last` is the newest slot at or before `now` that has
 * an edition: no slot up to it is ever issued again, even if the clock was changed in between.
 */
export function planRun(
  subscription: Pick<Subscription, 'schedule' | 'state' | 'changedAt'>,
  last: LastSlot | undefined,
  now: Date,
  limits: RunLimits,
): RunPlan {
  const changedAt = new Date(subscription.changedAt);
  const paused = subscription.state.kind === 'paused';
  const due = paused
    ? []
    : listSlots(subscription.schedule, dueAfter(changedAt, last, now, limits), now);
  if (last?.pendingUntil) {
    const { slot, pendingUntil } = last;
    return planPending(subscription, { slot, pendingUntil }, due.length > 0, now, limits);
  }
  const slot = due.at(-1);
  if (slot !== undefined && !isPast(slot, limits.graceMs, now)) {
    const missed = due.slice(-1 - limits.missedCount, -1);
    return { kind: 'run', slot, late: isPast(slot, limits.lateAfterMs, now), missed };
  }
  return { kind: 'wait', missed: due.slice(-limits.missedCount) };
}

/** Decides what to do about a pending edition at `now`. `isSuperseded` if a newer one is due in its stead. */
export function planPending(
  { state, changedAt }: Pick<Subscription, 'state' | 'changedAt'>,
  { slot, pendingUntil }: Required<LastSlot>,
  isSuperseded: boolean,
  now: Date,
  limits: RunLimits,
): RunPlan & { readonly kind: 'wait' | 'resume' | 'give-up' } {
  if (isHeld(pendingUntil, now, limits))
    return { kind: 'wait', missed: [], ...(isSuperseded && { isBlocked: true }) };
  const isExpired = isPast(slot, limits.graceMs, now) || slot <= new Date(changedAt);
  if (state.kind === 'paused' || isExpired || isSuperseded) return { kind: 'give-up', slot };
  return { kind: 'resume', slot, late: isPast(slot, limits.lateAfterMs, now) };
}

/** Tells whether a pending edition has to wait. If it seems to wait too long, the clock was set back and it need not. */
export function isHeld(pendingUntil: Date, now: Date, limits: RunLimits): boolean {
  return pendingUntil > now && !isPast(now, limits.holdMs, pendingUntil);
}

/** Slots before the last change or the last edition, or too far in the past, are not due. */
function dueAfter(changedAt: Date, last: LastSlot | undefined, now: Date, limits: RunLimits): Date {
  const bounds = [changedAt, last?.slot ?? changedAt, new Date(now.getTime() - limits.lookBackMs)];
  return new Date(Math.max(...bounds.map((bound) => bound.getTime())));
}

function isPast(instant: Date, ms: number, now: Date): boolean {
  return now.getTime() - instant.getTime() > ms;
}
