import type { Engine, EngineLock } from './engines/engine.ts';

/** The outcome of trying to work under a lock. `taken`: someone else holds it, so nothing was done. */
type LockOutcome<T> = { readonly kind: 'held'; readonly value: T } | { readonly kind: 'taken' };

/** Locks by name. Of all processes on one store, at most one holds each, or some share it. */
export interface Locks {
  /**
   * Runs `work` if nobody holds the lock, and holds it meanwhile. A process that dies loses its locks at once.
   * `lost` aborts if the lock is lost because its connection broke: another process may hold it from then on.
   */
  hold<T>(name: string, work: (lost: AbortSignal) => Promise<T>): Promise<LockOutcome<T>>;
  /** The same with a lock that others may share: it shows that somebody does such work. */
  share<T>(name: string, work: (lost: AbortSignal) => Promise<T>): Promise<LockOutcome<T>>;
  /** Whether any process holds or shares the lock. */
  isHeld(name: string): Promise<boolean>;
}

/** Creates the locks of one open store. On an engine without locks, its process is the only one. */
export function createLocks(engine: Pick<Engine, 'lock' | 'isLocked'>): Locks {
  /** How often this process has each lock; more than once if it shares it with itself. */
  const own = new Map<string, { readonly how: 'alone' | 'shared'; count: number }>();

  async function run<T>(
    name: string,
    how: 'alone' | 'shared',
    work: (lost: AbortSignal) => Promise<T>,
  ): Promise<LockOutcome<T>> {
    const present = own.get(name) ?? { how, count: 0 };
    if (present.count > 0 && (how === 'alone' || present.how === 'alone')) return { kind: 'taken' };
    own.set(name, present);
    present.count += 1;
    try {
      const lock = engine.lock ? await engine.lock(name, how) : OWN;
      if (!lock) return { kind: 'taken' };
      try {
        return { kind: 'held', value: await work(lock.lost) };
      } finally {
        await lock.release();
      }
    } finally {
      present.count -= 1;
      if (present.count === 0) own.delete(name);
    }
  }

  return {
    hold: (name, work) => run(name, 'alone', work),
    share: (name, work) => run(name, 'shared', work),
    isHeld: async (name) => (engine.isLocked ? await engine.isLocked(name) : own.has(name)),
  };
}

/** Nothing can take it from the process. */
const OWN: EngineLock = {
  lost: new AbortController().signal,
  release: () => Promise.resolve(),
};
