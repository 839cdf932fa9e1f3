import { onAbort } from '../../abort.ts';
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
  const timer = setTimeout(() => controller.abort(new FetchFault('too-slow')), limitMs);
  const stopListening = onAbort(outer, () => controller.abort(outer.reason));
  try {
    return await work(controller.signal);
  } catch (error) {
    // What a stream throws when it is ended says less than why it was.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    stopListening();
  }
}
