import { onAbort } from '../../abort.ts';
import { FetchFault } from './fetch-failure.ts';

/**
 * Does `work` under a signal that aborts after `limitMs` or together with `outer`. After `limitMs`, the
 * reason is a FetchFault. No timer and no listener is left when this returns.
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
    // A destroyed stream throws an error that says less than the reason of the abort.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    stopListening();
  }
}
