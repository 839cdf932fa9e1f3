import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compressFolder } from './compress-folder.ts';
import { findPages, pageFolder } from './find-page.ts';

/** The age in ms at which an old page or an unfinished build may be removed. No build takes that long. */
const STALE_MS = 10 * 60_000;

/** How many pages are kept, because a running bot may serve an older one. */
const PAGES_KEPT = 3;

/**
 * Builds a page with `build`, compresses it and returns its folder. The folder is named for the page's
 * fingerprint. It is never incomplete, because the build is moved there when it is finished. Any number of
 * processes may do this at the same time, because pages with the same fingerprint are equal.
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
    await rename(unfinished, finished).catch(ignoreExisting);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return finished;
}

/** Ignores the error if another process has already built the same page. On Windows it is EPERM. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
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
