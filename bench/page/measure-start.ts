import { rm } from 'node:fs/promises';
import { openPage } from '@dateline/local-discord';
import { startLocal } from '../../tests/support/start-local.ts';

/** Ms since the program started. */
export interface StartTimes {
  /** Until it printed the line with the address. */
  readonly shown: number;
  /** Until all articles were loaded. */
  readonly loaded: number;
  /** Until the page's first byte, which was requested as soon as there was an address. */
  readonly served: number;
}

/** Starts and stops the bot. Unless `isBuilt`, its page has to be built first. */
export async function measureStart(isBuilt: boolean): Promise<StartTimes> {
  const found = await openPage();
  if (!isBuilt && found.kind === 'built') await rm(found.folder, { recursive: true });
  const began = performance.now();
  const local = await startLocal();
  try {
    const page = await fetch(local.url);
    if (!page.headers.get('content-type')?.startsWith('text/html')) throw new Error('No page.');
    const served = performance.now() - began;
    return { shown: local.shownMs, loaded: local.loadedMs, served };
  } finally {
    await local.stop();
  }
}
