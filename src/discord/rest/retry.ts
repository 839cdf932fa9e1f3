import { setTimeout as sleep } from 'node:timers/promises';
import { classifyRestFailure } from './rest-failure.ts';

/**
 * Sends a request, and sends it again after each of `delaysMs` for as long as Discord cannot be
 * reached. discord.js itself retries 5xx three times within milliseconds and a broken socket never.
 * Rejects with the last failure, and at once with any other kind or when `signal` aborts.
 */
export async function retryWhileUnreachable<T>(
  send: (attempt: number) => Promise<T>,
  delaysMs: readonly number[],
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await send(attempt);
    } catch (error) {
      const delayMs = delaysMs[attempt];
      if (delayMs === undefined || signal?.aborted) throw error;
      if (classifyRestFailure(error).kind !== 'unreachable') throw error;
      await sleep(delayMs, undefined, { ...(signal && { signal }) });
    }
  }
}
