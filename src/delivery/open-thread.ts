import { setTimeout as sleep } from 'node:timers/promises';
import type { Edition } from '../digest/edition.ts';
import { dayOfSlot } from '../digest/slots.ts';
import type { Log } from '../log.ts';
import type { MessagePort, ThreadOutcome } from './message-port.ts';

/** Limits both attempts and the pause between them to well within the lease of an edition. */
const THREAD_MS = 15_000;
const RETRY_AFTER_MS = 1_000;

/** The dependencies of opening a thread. */
interface ThreadParts {
  readonly port: Pick<MessagePort, 'startThread'>;
  readonly log: Log;
  /** The pause before the second attempt, in milliseconds; one second by default. */
  readonly retryAfterMs?: number;
}

/**
 * Opens an edition's thread on its message and resolves to the thread's id. An edition without its
 * thread still counts as delivered: a failure is logged, and this resolves to undefined.
 */
export async function openThread(
  edition: Edition,
  messageId: string,
  zone: string,
  { port, log, retryAfterMs = RETRY_AFTER_MS }: ThreadParts,
): Promise<string | undefined> {
  const name = `News digest ${dayOfSlot(new Date(edition.slot), zone)}`;
  const signal = AbortSignal.timeout(THREAD_MS);
  const start = (): Promise<ThreadOutcome> =>
    port.startThread(edition.channelId, messageId, name, signal);
  let outcome = await start();
  if (isWorthRetry(outcome) && (await hasPaused(retryAfterMs, signal))) outcome = await start();
  if (outcome.kind === 'started') return outcome.threadId;
  log.warn(
    { err: outcome.cause, edition: edition.id, outcome: outcome.kind },
    'the thread of an edition could not be opened',
  );
  return undefined;
}

/** A rate limit that Discord reports lasts longer than the pause. */
function isWorthRetry(outcome: ThreadOutcome): boolean {
  return outcome.kind === 'unreachable' && outcome.afterMs === undefined;
}

/** Waits; resolves to false if the signal aborts first. */
async function hasPaused(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  return await sleep(pauseMs, true, { signal }).catch(() => false);
}
