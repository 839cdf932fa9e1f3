import { onAbort } from '../../abort.ts';

/** Runs work when it is its turn. Rejects with the signal's reason if that aborts first. */
export type Limiter = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** Creates a limiter that runs at most `count` pieces of work at a time, in the order of the calls. */
export function createLimiter(count: number): Limiter {
  let free = count;
  const waiting = new Set<() => void>();
  return async (work, signal) => {
    if (free > 0) free -= 1;
    else await waitForTurn(waiting, signal);
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next) next();
      else free += 1;
    }
  };
}

async function waitForTurn(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  let stopListening: (() => void) | undefined;
  await new Promise<void>((resolve, reject) => {
    const begin = (): void => {
      waiting.delete(begin);
      resolve();
    };
    waiting.add(begin);
    stopListening = onAbort(signal, () => {
      waiting.delete(begin);
      reject(signal.reason as Error);
    });
  }).finally(() => stopListening?.());
}
