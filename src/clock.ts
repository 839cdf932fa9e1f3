/** The time that the bot goes by. */
export interface Clock {
  now(): Date;
  /**
   * Asks for work to be done at every stop of a clock that is moved forward; the clock waits for it.
   * Returns a function that ends it.
   */
  onStep(work: () => Promise<unknown>): () => void;
}

/** Creates a clock that runs by itself and that nobody moves, so that it never stops. */
export function createRunningClock(now: () => Date): Clock {
  return { now, onStep: () => () => {} };
}
