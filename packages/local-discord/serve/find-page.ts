import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Returns the folder of the page whose sources have this fingerprint. */
export function pageFolder(pages: string, fingerprint: string): string {
  return join(pages, `page-${fingerprint.slice(0, 16)}`);
}

/** Lists the folders of all finished builds, newest first. */
export async function findPages(pages: string): Promise<string[]> {
  const names = await readdir(pages).catch(() => []);
  const folders = names.filter((name) => name.startsWith('page-')).map((name) => join(pages, name));
  const dated = await Promise.all(
    folders
      .filter((folder) => existsSync(join(folder, 'index.html')))
      .map(async (folder) => ({
        folder,
        builtAt: (await stat(folder).catch(() => undefined))?.mtimeMs ?? 0,
      })),
  );
  return dated.toSorted((a, b) => b.builtAt - a.builtAt).map(({ folder }) => folder);
}
