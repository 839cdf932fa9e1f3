import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

/** A wall clock that follows another one and can also be moved forward. */
export interface MovableClock {
  /** Ms since 1970. */
  now(): number;
  /** The total by which it has been moved, in ms. */
  aheadMs(): number;
  /**
   * Moves the clock forward by `ms`. It stops at every full minute and waits for the work that `onStep`
   * registered. Resolves to the new time when all that work is done.
   */
  advance(ms: number): Promise<number>;
  /** Calls `work` at every stop, and the clock waits for it. Returns a function that unregisters it. */
  onStep(work: () => Promise<unknown>): () => void;
  /** Calls `listener` now and then during a move, and at its end. Returns a function that unregisters it. */
  onMove(listener: (now: number) => void): () => void;
  /** Resolves when no move is in progress. */
  settled(): Promise<void>;
  /** Ends a move in progress and prevents later ones. */
  stop(): void;
}

/** Limits of moving the clock. */
export const movingLimits = {
  /** Schedules have whole minutes, so nothing is due between two of them. */
  stepMs: 60_000,
  /** The longest single move: a week, so that a weekly digest can be seen. */
  maxAdvanceMs: 7 * 24 * 60 * 60_000,
  /** The interval between two calls of an `onMove` listener, in ms of the machine's clock. */
  notifyEveryMs: 100,
} as const;

/** Creates a clock that follows `base`. */
export function createMovableClock(base: () => number): MovableClock {
  const steps = new Set<() => Promise<unknown>>();
  const moveListeners = new Set<(now: number) => void>();
  let aheadMs = 0;
  const stopping = new AbortController();
  let moving: Promise<unknown> = Promise.resolve();

  const now = (): number => base() + aheadMs;

  async function step(): Promise<void> {
    // Registered work reports its own errors, and the clock moves on regardless.
    await Promise.allSettled([...steps].map((work) => work()));
    // Lets sockets and pages be served between two steps.
    await yieldToEventLoop();
  }

  function notify(): void {
    for (const listener of moveListeners) listener(now());
  }

  async function move(ms: number): Promise<number> {
    const goal = aheadMs + ms;
    let notifiedAt = performance.now();
    while (aheadMs < goal && !stopping.signal.aborted) {
      const untilMinute = movingLimits.stepMs - (now() % movingLimits.stepMs);
      aheadMs = Math.min(goal, aheadMs + untilMinute);
      await step();
      if (performance.now() - notifiedAt < movingLimits.notifyEveryMs) continue;
      notifiedAt = performance.now();
      notify();
    }
    // Work that was already running at the last stop may have read the clock before it.
    await step();
    notify();
    return now();
  }

  return {
    now,
    aheadMs: () => aheadMs,
    advance(ms) {
      const moved = moving.then(() => move(ms));
      moving = moved;
      return moved;
    },
    onStep: (work) => register(steps, work),
    onMove: (listener) => register(moveListeners, listener),
    async settled() {
      await moving;
    },
    stop: () => stopping.abort(),
  };
}

function register<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
