/** Long work written as a generator that yields wherever it may pause. */
export type Steps<T> = Generator<void, T, void>;

/**
 * Runs steps in slices of about `sliceMs` milliseconds, letting the event loop breathe in between,
 * so that a slash command is acknowledged while 20,000 articles are indexed.
 */
export async function runInSlices<T>(steps: Steps<T>, sliceMs = 8): Promise<T> {
  for (;;) {
    const sliceEnd = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < sliceEnd);
    await new Promise(setImmediate);
  }
}

/** Runs steps to the end without a pause, for the command line and for tests. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
