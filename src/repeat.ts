/** Work that is done again and again until it is stopped. */
export interface Repeating {
  /** Resolves when work in flight has ended; nothing starts after. */
  stop(): Promise<void>;
}

/**
 * Does `work` every `everyMs` milliseconds, never twice at once, the first time after one interval or,
 * `atOnce`, now.
 * A failure goes to `onError` and the next round comes all the same.
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
