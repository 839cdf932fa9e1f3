import { setTimeout as sleep } from 'node:timers/promises';
import type { Edition } from '../digest/edition.ts';
import { dayOfSlot, timeOfSlot } from '../digest/slots.ts';
import { PLAIN_NAME } from '../digest/subscription-name.ts';
import type { Log } from '../log.ts';
import { cutText } from '../render/cut-text.ts';
import { sanitizeLine } from '../render/sanitize-text.ts';
import type { MessagePort, ThreadOutcome } from './message-port.ts';

/** Limits all attempts and the pauses between them to well within the lease of an edition. */
const THREAD_MS = 15_000;
const RETRY_AFTER_MS = 1_000;
/** The pauses before the second, third and fourth attempt, to the first. */
const PAUSES = [1, 2, 4];
/** Discord's limit. */
const THREAD_NAME_CHARS = 100;

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
  const name = nameThread(edition, zone);
  const signal = AbortSignal.timeout(THREAD_MS);
  const start = (): Promise<ThreadOutcome> =>
    port.startThread(edition.channelId, messageId, name, signal);
  let outcome = await start();
  for (const pause of PAUSES) {
    if (!isWorthRetry(outcome) || !(await hasPaused(pause * retryAfterMs, signal))) break;
    outcome = await start();
  }
  if (outcome.kind === 'started') return outcome.threadId;
  log.warn(
    { err: outcome.cause, edition: edition.id, outcome: outcome.kind },
    'the thread of an edition could not be opened',
  );
  return undefined;
}

/** Names a thread so that no two editions of a channel have threads of the same name. That of an alert has its story's. */
function nameThread({ name: given = PLAIN_NAME, slot, alert, digest }: Edition, zone: string) {
  const at = new Date(slot);
  const name = alert ? (digest.stories[0]?.headline ?? given) : given;
  const when = `${dayOfSlot(at, zone)} ${timeOfSlot(at, zone)}`;
  return `${cutText(sanitizeLine(name), THREAD_NAME_CHARS - when.length - 1)} ${when}`;
}

/** A rate limit that Discord reports lasts longer than the pause. */
function isWorthRetry(outcome: ThreadOutcome): boolean {
  return outcome.kind === 'unreachable' && outcome.afterMs === undefined;
}

/** Waits; resolves to false if the signal aborts first. */
async function hasPaused(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  return await sleep(pauseMs, true, { signal }).catch(() => false);
}
