import type { Edition, EditionState } from '../digest/edition.ts';
import { backoffMs, type FailedOutcome } from './judge-failure.ts';

/** An edition that was claimed and is not settled. */
export type PendingEdition = Edition & { readonly state: PendingState };

type PendingState = EditionState & { readonly kind: 'pending' };

/** Tells whether an edition was claimed and is not settled. */
export function isPending(edition: Edition | undefined): edition is PendingEdition {
  return edition?.state.kind === 'pending';
}

/** No other process touches an edition for this long, which is longer than finding, posting and opening a thread take. */
const LEASE_MS = 2 * 60_000;

/** The state during an attempt. */
export function buildAttempt(since: string, attempts: number, now: Date): PendingState {
  return { kind: 'pending', since, attempts, retryAt: addMs(now, LEASE_MS) };
}

/** The state once the message is known to be there. */
export function buildPosted(messageId: string, threadId: string | undefined, now: Date) {
  const thread = threadId !== undefined && { threadId };
  return { kind: 'posted', at: now.toISOString(), messageId, ...thread } satisfies EditionState;
}

/** The state of an edition that is not tried again. */
export function buildGivenUp(detail: string, now: Date): EditionState {
  return { kind: 'failed', at: now.toISOString(), outcome: { kind: 'given-up', detail } };
}

/** The state after a failed attempt: failed for good, or pending until the next attempt. */
export function buildFailed(
  { since, attempts }: PendingState,
  outcome: FailedOutcome,
  now: Date,
): EditionState {
  if (outcome.kind === 'refused' && outcome.reason !== 'token-invalid')
    return { kind: 'failed', at: now.toISOString(), outcome };
  // A refused token ends the process; with a new one, the edition can still go out.
  const afterMs = outcome.kind === 'retry' ? outcome.afterMs : backoffMs(attempts);
  const retryAt = addMs(now, afterMs);
  return { kind: 'pending', since, attempts, retryAt, detail: outcome.detail };
}

function addMs(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
