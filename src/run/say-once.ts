import type { Log } from '../log.ts';

/** An error that comes back within this time is the same one. */
const SAME_ERROR_MS = 60_000;

/** Logs an error of repeated work, but not again while it lasts, and not that the app is to end. */
export function sayOnce(
  log: Log,
  now: () => Date,
  signal: AbortSignal | undefined,
): (text: string) => (err: unknown) => void {
  return (text) => {
    let last = '';
    let lastAt = 0;
    return (err) => {
      if (signal?.aborted && err === signal.reason) return;
      const at = now().getTime();
      const lasts = String(err) === last && at - lastAt < SAME_ERROR_MS;
      if (lasts) return;
      log.error({ err }, text);
      last = String(err);
      lastAt = at;
    };
  };
}
