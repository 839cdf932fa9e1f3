import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 50;

/**
 * Looks again and again until what is seen is as wanted, or for so long. Resolves to what was seen last. Unlike
 * `expect.poll`, it knows no test, so that tests that run at once may share it.
 */
export async function lookUntil<T>(
  look: () => Promise<T>,
  isWanted: (seen: T) => boolean,
  withinMs: number,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isWanted(seen) || performance.now() > deadline) return seen;
    await sleep(PAUSE_MS);
  }
}
