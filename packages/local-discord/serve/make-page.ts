import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compressFolder } from './compress-folder.ts';
import { markPath } from './fingerprint.ts';
import { putInPlace } from './put-in-place.ts';

/** A folder beside the page that is this old was left by a builder that was killed, in ms. */
const FORSAKEN_MS = 10 * 60_000;

/**
 * Builds a page with `build` into a folder of its own, and puts it in place when it is whole: compressed
 * and marked with what it was built from.
 */
export async function makePage(
  place: string,
  mark: string,
  build: (folder: string) => Promise<void>,
): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await removeForsaken(place);
  const folder = `${place}-${randomUUID()}`;
  try {
    await build(folder);
    await compressFolder(folder);
    await writeFile(markPath(folder), mark);
    await putInPlace(folder, place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeForsaken(place: string): Promise<void> {
  for (const name of await readdir(dirname(place))) {
    if (!name.startsWith(`${basename(place)}-`)) continue;
    const path = join(dirname(place), name);
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
    if (Date.now() - mtimeMs > FORSAKEN_MS) await rm(path, { recursive: true, force: true });
  }
}
