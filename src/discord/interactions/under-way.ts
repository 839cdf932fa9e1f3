import { within } from '../within.ts';

/** Work in progress that nobody awaits, so that a shutdown can wait for it. */
export interface UnderWay {
  add(work: Promise<void>): void;
  /** Resolves when all is done or `timeoutMs` have passed. */
  settle(timeoutMs: number): Promise<void>;
}

/** Creates an empty list of work. `onError` is called with whatever rejects. */
export function createUnderWay(onError: (error: unknown) => void): UnderWay {
  const running = new Set<Promise<void>>();
  return {
    add(work) {
      const watched = work.catch(onError).finally(() => running.delete(watched));
      running.add(watched);
    },
    async settle(timeoutMs) {
      await within<unknown>(timeoutMs, Promise.all(running), () => undefined);
    },
  };
}
