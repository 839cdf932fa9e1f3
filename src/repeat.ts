/** Work that is repeated until it is stopped. */
export interface Repeating {
  /** Resolves when the work in progress has ended. Nothing starts after that. */
  stop(): Promise<void>;
}

/**
 * Runs `work` every `everyMs` milliseconds, never twice at once. The first run is after one
 * interval or, with `atOnce`, immediately. A failure goes to `onError` and doesn't prevent the next
 * run.
 */
export function repeat(
  work: () => Promise<unknown>,
  everyMs: number,
  onError: (error: unknown) => void,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Repeating {
  let stopped = false;
  let current: Promise<void> = Promise.resolve();
  let timer = setTimeout(round, atOnce ? 0 : everyMs);
  timer.unref();
  function round(): void {
    current = work()
      .then(() => undefined, onError)
      .finally(() => {
        if (stopped) return;
        timer = setTimeout(round, everyMs);
        timer.unref();
      });
  }
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
