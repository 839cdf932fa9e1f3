import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compressFolder } from './compress-folder.ts';
import { findPages, pageFolder } from './find-page.ts';

/** A page or an unfinished build that is this old may be removed, in ms: no builder still works on it. */
const STALE_MS = 10 * 60_000;

/** A bot that still runs may serve an older page, so some are kept. */
const PAGES_KEPT = 3;

/**
 * Builds a page with `build`, compresses it and returns its folder. The folder is named for what the
 * page is built from, and nobody ever finds half of it: the build is moved there when it is finished.
 * Any number of processes may do this at the same time, since equal names mean equal pages.
 */
export async function makePage(
  pages: string,
  fingerprint: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  await mkdir(pages, { recursive: true });
  await removeStale(pages);
  const unfinished = join(pages, `building-${randomUUID()}`);
  const finished = pageFolder(pages, fingerprint);
  try {
    await build(unfinished);
    await compressFolder(unfinished);
    await rename(unfinished, finished).catch(ignoreTaken);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return finished;
}

/** Another builder has put the same page there first. Windows answers EPERM. */
function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code ?? '')) throw error;
}

async function removeStale(pages: string): Promise<void> {
  const kept = (await findPages(pages)).slice(0, PAGES_KEPT);
  for (const name of await readdir(pages)) {
    const path = join(pages, name);
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
    if (kept.includes(path) || Date.now() - mtimeMs <= STALE_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}
