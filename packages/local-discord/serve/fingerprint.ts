import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

/**
 * Returns a hash of everything that a page is built from: its sources and other files, such as the lock file.
 * Undefined if there are no sources. Modification times are not used, because a clone or an unpacked archive
 * changes them all.
 */
export async function fingerprintSources(
  sources: string,
  others: readonly string[],
): Promise<string | undefined> {
  if (!existsSync(sources)) return undefined;
  const found = await readdir(sources, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const hash = createHash('sha256');
  const add = async (name: string, path: string): Promise<void> => {
    const content = await readFile(path);
    hash.update(`${name}\0${content.byteLength}\0`).update(content);
  };
  for (const file of files.toSorted()) await add(relative(sources, file), file);
  for (const path of others) if (existsSync(path)) await add(basename(path), path);
  return hash.digest('hex');
}
