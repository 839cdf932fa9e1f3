import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The rooms whose code decides what is in an index: words, places, addresses, and how articles are read from a store. */
const ROOMS: readonly string[] = ['text', 'article', 'store', 'index'];

/**
 * Hashes the code that builds an index: the files of its folders, the versions of the packages that they use, and the
 * version of Node, which knows the letters. An index that other code has built may have other words in it. So nobody
 * has to remember to change a number with the code.
 */
export async function hashCode(source = import.meta.dirname, folders = ROOMS): Promise<string> {
  const hash = createHash('sha256');
  add(hash, process.version);
  add(hash, await readDependencies(source));
  for (const folder of folders) {
    const entries = await readdir(join(source, folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && /\.(?:ts|js|json)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.toSorted()) {
      add(hash, path.slice(source.length));
      add(hash, await readFile(path));
    }
  }
  return hash.digest('hex');
}

/** The exact versions of the packages, as the package of this file names them. */
async function readDependencies(source: string): Promise<string> {
  // The sources and what is compiled from them are at different depths.
  let folder = source;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) return '';
    folder = dirname(folder);
  }
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies?: unknown };
  return JSON.stringify(dependencies ?? {});
}

/** Adds a part with its length, so that no two lists of parts look the same. */
function add(hash: Hash, part: string | Buffer): void {
  const bytes = Buffer.from(part as string);
  hash.update(`${bytes.length}:`).update(bytes);
}
