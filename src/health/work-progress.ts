import type { Observer } from '../observer.ts';

/** How long ago each kind of repeated work last went on, in ms; absent before it begins. */
export interface SinceProgress {
  readonly polling?: number;
  readonly scheduling?: number;
}

/** Remembers when repeated work last went on. */
export interface Progress {
  readonly observer: Pick<Observer, 'pollingGoesOn' | 'schedulingGoesOn'>;
  since(): SinceProgress;
}

/** Creates the memory. `elapsedMs` is a clock that nobody sets. */
export function createProgress(elapsedMs: () => number = () => performance.now()): Progress {
  let polledAt: number | undefined;
  let scheduledAt: number | undefined;
  return {
    observer: {
      pollingGoesOn() {
        polledAt = elapsedMs();
      },
      schedulingGoesOn() {
        scheduledAt = elapsedMs();
      },
    },
    since() {
      const now = elapsedMs();
      return {
        ...(polledAt !== undefined && { polling: now - polledAt }),
        ...(scheduledAt !== undefined && { scheduling: now - scheduledAt }),
      };
    },
  };
}
