import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A builder whose page says one word in each of its files. */
export function buildWordPage(word: string): (folder: string) => Promise<void> {
  return async (folder) => {
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), word);
    await writeFile(join(folder, 'assets', 'a.js'), word);
  };
}
