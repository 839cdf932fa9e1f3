import { setTimeout as sleep } from 'node:timers/promises';
import { classifyRestFailure } from './rest-failure.ts';

/**
 * Sends a request and, while Discord cannot be reached, sends it again after each of `delaysMs`.
 * discord.js itself retries a 5xx three times within milliseconds, and never retries a broken socket.
 * Rejects with the last error; at once if it is of another kind, or when `signal` aborts. `isPassing` names other
 * errors that may pass.
 */
export async function retryWhileUnreachable<T>(
  send: (attempt: number) => Promise<T>,
  delaysMs: readonly number[],
  signal?: AbortSignal,
  isPassing: (error: unknown) => boolean = () => false,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(attempt);
    } catch (error) {
      const delayMs = delaysMs[attempt];
      if (delayMs === undefined || signal?.aborted) throw error;
      if (classifyRestFailure(error).kind !== 'unreachable' && !isPassing(error)) throw error;
      await sleep(delayMs, undefined, { ...(signal && { signal }) });
    }
  }
}
