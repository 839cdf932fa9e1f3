import { rm } from 'node:fs/promises';
import { PAGES_FOLDER } from '../../packages/local-discord/serve/page-places.ts';
import { startLocal } from '../../tests/support/start-local.ts';

/** Ms from the start of the program. */
export interface StartTimes {
  /** The line with the address. */
  readonly shown: number;
  readonly loaded: number;
  /** The page's first byte, asked for as soon as there is an address. */
  readonly served: number;
}

/** Starts the bot and ends it, with the page that is there or with one to build first. */
export async function measureStart(isBuilt: boolean): Promise<StartTimes> {
  if (!isBuilt) await rm(PAGES_FOLDER, { recursive: true, force: true });
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
