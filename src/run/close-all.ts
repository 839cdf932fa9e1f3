import type { Log } from '../log.ts';

/** Closes in reverse order. What cannot be closed is logged, and the others are closed nevertheless. */
export async function closeAll(closers: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  for (const close of closers.toReversed()) {
    try {
      await close();
    } catch (err) {
      log.warn({ err }, 'something could not be closed; the next start takes up what is left');
    }
  }
}
