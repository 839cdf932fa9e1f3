import { performance } from 'node:perf_hooks';

/** The two times this Discord lives by: the wall clock, which a test may set, and one that only runs. */
export interface Clock {
  /** Milliseconds since 1970; may be injected, moved or stopped. */
  now(): number;
  /** Milliseconds that only ever grow; rates and socket time-outs are counted in these. */
  monotonic(): number;
}

/** Returns a clock with the given wall time, or the machine's. */
export function createClock(now: () => number = Date.now): Clock {
  return { now, monotonic: () => performance.now() };
}

/**
 * Starts counting and returns a function that gives the milliseconds since.
 * The larger of both clocks counts, so a deadline passes when a test moves the wall clock, and also
 * where that clock stands still.
 */
export function startStopwatch(clock: Clock): () => number {
  const startedAt = clock.now();
  const startedMonotonic = clock.monotonic();
  return () => Math.max(clock.now() - startedAt, clock.monotonic() - startedMonotonic);
}
