import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Returns a builder of a page whose files contain only a word. */
export function buildWordPage(word: string): (folder: string) => Promise<void> {
  return async (folder) => {
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), word);
    await writeFile(join(folder, 'assets', 'a.js'), word);
  };
}
