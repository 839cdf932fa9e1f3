/** Long work as a generator that yields wherever it may pause. */
export type Steps<T> = Generator<void, T, void>;

/**
 * Runs steps in slices of about 8 milliseconds, with the event loop running in between, so that a
 * slash command is acknowledged while 20,000 articles are indexed. Several pieces of work may share a
 * breather and its slices. Rejects with the signal's reason once that aborts; the rest is not run.
 */
export async function runInSlices<T>(
  steps: Steps<T>,
  breathe = createBreather(),
  signal?: AbortSignal,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    const pause = breathe();
    if (pause) await pause;
  }
}

/** Maps values one after the other, with a pause possible between any two. */
export function* mapInSteps<T, U>(values: readonly T[], map: (value: T) => U): Steps<U[]> {
  const mapped: U[] = [];
  for (const value of values) {
    mapped.push(map(value));
    yield;
  }
  return mapped;
}

/** Runs steps to the end without a pause, for the command line and for tests. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** To be called after each piece of long work. */
export type Breather = () => Promise<void> | undefined;

/**
 * Creates a function to call after each piece of long work. It returns a promise to await once
 * `sliceMs` milliseconds have passed without a pause, else undefined.
 */
export function createBreather(sliceMs = 8): Breather {
  let sliceEnd = performance.now() + sliceMs;
  const pause = async (): Promise<void> => {
    await takeTurn();
    sliceEnd = performance.now() + sliceMs;
  };
  return () => (performance.now() < sliceEnd ? undefined : pause());
}

let lastTurn: Promise<void> = Promise.resolve();

/**
 * Resolves in its own turn of the event loop: of all waiting callers, one resumes per turn. So two
 * hundred simultaneous commands don't block the event loop for longer at a time than one does.
 */
export function takeTurn(): Promise<void> {
  lastTurn = lastTurn.then(
    () =>
      new Promise((resolve) => {
        setImmediate(resolve);
      }),
  );
  return lastTurn;
}
