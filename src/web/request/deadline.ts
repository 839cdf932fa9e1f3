import { FetchFault } from './fetch-failure.ts';

/**
 * Does `work` under a signal that ends it after `limitMs`, or when `outer` does. The reason of the
 * signal is a FetchFault. The timer is gone when this returns.
 */
export async function withDeadline<T>(
  limitMs: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const controller = new AbortController();
  const pass = (): void => controller.abort(outer.reason);
  const timer = setTimeout(() => controller.abort(new FetchFault('too-slow')), limitMs);
  outer.addEventListener('abort', pass);
  try {
    return await work(controller.signal);
  } catch (error) {
    // What a stream throws when it is ended says less than why it was.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', pass);
  }
}

/** Waits for a promise that is shared with others and goes on without us when the signal ends. */
export async function waitUnlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const listening = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { signal: listening.signal });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    listening.abort();
  }
}
