import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Moves the files of a folder to another one on the same disk. A process that reads there meanwhile finds
 * each file whole, old or new. Files that are there with the same content stay as they are.
 */
export async function putInPlace(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const made = join(entry.parentPath, entry.name);
    const place = join(to, relative(from, made));
    const present = await readFile(place).catch(() => undefined);
    if (present?.equals(await readFile(made))) continue;
    await mkdir(dirname(place), { recursive: true });
    await rename(made, place);
  }
}
