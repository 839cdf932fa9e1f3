import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';

/** How often a folder is put in place again after somebody else was faster. */
const MOST_TRIES = 5;

/**
 * Puts a finished folder at a place, instead of what stands there. Nobody ever finds half of one there;
 * of several processes the last one's stays.
 */
export async function putInPlace(finished: string, place: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const aside = `${place}-${randomUUID()}`;
    await rename(place, aside).catch(ignoreMissing);
    try {
      await rename(finished, place);
      return;
    } catch (error) {
      // Another process has put its own here since.
      const isTaken = ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error) ?? '');
      if (!isTaken || tries === MOST_TRIES) throw error;
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  }
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
