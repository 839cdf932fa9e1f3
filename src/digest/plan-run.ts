import { listSlots, nextSlot } from './slots.ts';
import type { Subscription } from './subscription.ts';

/** What to do about a subscription at one moment. */
export type RunPlan =
  /** Nothing until `until`, which is undefined where no slot comes any more. */
  | { readonly kind: 'wait'; readonly missed: readonly Date[]; readonly until: Date | undefined }
  /** Issue the edition of `slot`; `missed` are older slots that are only recorded. */
  | {
      readonly kind: 'run';
      readonly slot: Date;
      readonly late: boolean;
      readonly missed: readonly Date[];
    }
  /** Take up a pending edition again: the attempt before it failed, or its process died. */
  | { readonly kind: 'resume'; readonly slot: Date; readonly late: boolean }
  /** Settle a pending edition without posting it: too old, or a newer slot is due. */
  | { readonly kind: 'give-up'; readonly slot: Date };

/** The newest slot that has an edition, and what became of it. */
export interface LastSlot {
  readonly slot: Date;
  /** Set while the edition is pending: nobody may touch it before this instant. */
  readonly pendingUntil?: Date;
}

/** Numbers that tune when a slot is caught up, in milliseconds. */
export interface RunLimits {
  /** A slot is posted at most this long after its instant. */
  readonly graceMs: number;
  /** Posted later than this after its instant, an edition says "late". */
  readonly lateAfterMs: number;
  /** Slots older than this are not even recorded as missed. */
  readonly lookBackMs: number;
  /** Most slots recorded as missed at once, the newest of them. */
  readonly missedCount: number;
  /** Longest that a pending edition can honestly ask to be left alone; more is a clock set back. */
  readonly holdMs: number;
}

/** All but the grace, which is the host's choice: CATCH_UP_MINUTES. */
export const RUN_LIMITS: Omit<RunLimits, 'graceMs'> = {
  lateAfterMs: 5 * 60_000,
  lookBackMs: 7 * 24 * 3_600_000,
  missedCount: 10,
  holdMs: 30 * 60_000,
};

/**
 * Decides what a subscription needs at `now`. `last` is the newest slot at or before `now` that has
 * an edition: no slot up to it is ever issued again, whatever the clock did in between.
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
    const expired = isPast(last.slot, limits.graceMs, now) || last.slot <= changedAt;
    if (isHeld(last.pendingUntil, now, limits))
      return { kind: 'wait', missed: [], until: last.pendingUntil };
    if (paused || expired || due.length > 0) return { kind: 'give-up', slot: last.slot };
    return { kind: 'resume', slot: last.slot, late: isPast(last.slot, limits.lateAfterMs, now) };
  }
  const slot = due.at(-1);
  if (slot !== undefined && !isPast(slot, limits.graceMs, now)) {
    const missed = due.slice(-1 - limits.missedCount, -1);
    return { kind: 'run', slot, late: isPast(slot, limits.lateAfterMs, now), missed };
  }
  const from = last !== undefined && last.slot > now ? last.slot : now;
  const until = paused ? undefined : nextSlot(subscription.schedule, from);
  return { kind: 'wait', missed: due.slice(-limits.missedCount), until };
}

/** Tells whether a pending edition has to be left alone; one that asks for too long does so by a clock set back. */
export function isHeld(pendingUntil: Date, now: Date, limits: RunLimits): boolean {
  return pendingUntil > now && !isPast(now, limits.holdMs, pendingUntil);
}

/** Slots before a change, before the last edition, or lost in the past are not due. */
function dueAfter(changedAt: Date, last: LastSlot | undefined, now: Date, limits: RunLimits): Date {
  const bounds = [changedAt, last?.slot ?? changedAt, new Date(now.getTime() - limits.lookBackMs)];
  return new Date(Math.max(...bounds.map((bound) => bound.getTime())));
}

function isPast(instant: Date, ms: number, now: Date): boolean {
  return now.getTime() - instant.getTime() > ms;
}
