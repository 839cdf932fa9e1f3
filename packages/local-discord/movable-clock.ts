import { setImmediate as breathe } from 'node:timers/promises';

/** A wall clock that runs as another one does, and can be moved forward besides. */
export interface MovableClock {
  /** Ms since 1970. */
  now(): number;
  /** By how much it has been moved in all. */
  aheadMs(): number;
  /**
   * Lets so many milliseconds pass, as fast as those who go by this clock can follow: it stops at every
   * full minute until they have done what was due. Resolves to the time when they are through.
   */
  advance(ms: number): Promise<number>;
  /** Asks to be called at every stop; the clock waits. Returns a function that ends it. */
  onStep(work: () => Promise<unknown>): () => void;
  /** Asks to be told while time passes, and at the end. Returns a function that ends it. */
  onMove(listener: (now: number) => void): () => void;
  /** Resolves when time passes at its usual pace. */
  settled(): Promise<void>;
  /** Stops passing time; nothing moves the clock after. */
  stop(): void;
}

/** How time is moved. */
export const movingLimits = {
  /** Schedules are made of minutes, so nothing is due between two of them. */
  stepMs: 60_000,
  /** Most that is moved at once: a week, so that a weekly digest can be seen. */
  mostMs: 7 * 24 * 60 * 60_000,
  /** How often those who watch are told, in ms of the machine's clock. */
  tellEveryMs: 100,
} as const;

/** Creates a clock that runs as `base` does. */
export function createMovableClock(base: () => number): MovableClock {
  const steps = new Set<() => Promise<unknown>>();
  const watchers = new Set<(now: number) => void>();
  let aheadMs = 0;
  const stopping = new AbortController();
  let moving: Promise<unknown> = Promise.resolve();

  const now = (): number => base() + aheadMs;

  async function step(): Promise<void> {
    // What one of them fails at is its own to tell; time passes all the same.
    await Promise.allSettled([...steps].map((work) => work()));
    // Connections and pages have to live on.
    await breathe();
  }

  function tell(): void {
    for (const watcher of watchers) watcher(now());
  }

  async function move(ms: number): Promise<number> {
    const goal = aheadMs + ms;
    let toldAt = performance.now();
    while (aheadMs < goal && !stopping.signal.aborted) {
      const untilMinute = movingLimits.stepMs - (now() % movingLimits.stepMs);
      aheadMs = Math.min(goal, aheadMs + untilMinute);
      await step();
      if (performance.now() - toldAt < movingLimits.tellEveryMs) continue;
      toldAt = performance.now();
      tell();
    }
    // Whoever was already at work at the last stop may have looked at the clock before it.
    await step();
    tell();
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
    onStep: (work) => listen(steps, work),
    onMove: (listener) => listen(watchers, listener),
    async settled() {
      await moving;
    },
    stop: () => stopping.abort(),
  };
}

function listen<Listener>(to: Set<Listener>, listener: Listener): () => void {
  to.add(listener);
  return () => to.delete(listener);
}
