import { performance } from 'node:perf_hooks';

/** The wall clock, which a test may set, and a monotonic clock. */
export interface Clock {
  /** Milliseconds since 1970. A test may inject, move or stop this time. */
  now(): number;
  /** Milliseconds that never go back. Rate limits and socket time-outs are measured with them. */
  monotonic(): number;
}

/** Creates a clock with the given wall time; the machine's by default. */
export function createClock(now: () => number = Date.now): Clock {
  return { now, monotonic: () => performance.now() };
}

/**
 * Starts measuring and returns a function that gives the milliseconds since the start.
 * It returns the larger of the two clocks' differences. So a deadline passes if a test moves the wall clock,
 * and also if a test has stopped the wall clock and real time passes.
 */
export function startStopwatch(clock: Clock): () => number {
  const startedAt = clock.now();
  const startedMonotonic = clock.monotonic();
  return () => Math.max(clock.now() - startedAt, clock.monotonic() - startedMonotonic);
}
