import type { Engine, EngineLock } from './engines/engine.ts';

/** The outcome of trying to work under a lock. `taken`: someone else holds it, so nothing was done. */
type LockOutcome<T> = { readonly kind: 'held'; readonly value: T } | { readonly kind: 'taken' };

/** Locks by name. Of all processes on one store, at most one holds each. */
export interface Locks {
  /**
   * Runs `work` if nobody holds the lock, and holds it meanwhile. A process that dies loses its locks at once.
   * `lost` aborts if the lock is lost because its connection broke: another process may hold it from then on.
   */
  hold<T>(name: string, work: (lost: AbortSignal) => Promise<T>): Promise<LockOutcome<T>>;
}

/** Creates the locks of one open store. On an engine without locks, its process is the only one. */
export function createLocks(engine: Pick<Engine, 'lock'>): Locks {
  const own = new Set<string>();
  return {
    async hold(name, work) {
      if (own.has(name)) return { kind: 'taken' };
      own.add(name);
      try {
        const lock = engine.lock ? await engine.lock(name) : OWN;
        if (!lock) return { kind: 'taken' };
        try {
          return { kind: 'held', value: await work(lock.lost) };
        } finally {
          await lock.release();
        }
      } finally {
        own.delete(name);
      }
    },
  };
}

/** Nothing can take it from the process. */
const OWN: EngineLock = {
  lost: new AbortController().signal,
  release: () => Promise.resolve(),
};
