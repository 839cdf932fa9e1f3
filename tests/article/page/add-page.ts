import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readPageFixture } from './read-page-fixture.ts';

// node --import tsx tests/article/page/add-page.ts NAME FILE
// Copies FILE to pages/NAME and writes its current result next to it. Read that before you commit
// it. Publishers own their pages: rebuild the problem in markup and words of your own.
const [name, file] = process.argv.slice(2);
if (name === undefined || file === undefined) {
  console.error('usage: node --import tsx tests/article/page/add-page.ts NAME FILE');
  process.exit(2);
}
const folder = join(import.meta.dirname, 'pages', name);
if (basename(folder) !== name) throw new Error(`${name} is not a folder name`);
await mkdir(folder, { recursive: true });
await copyFile(file, join(folder, 'page.html'));
await writeFile(
  join(folder, 'expected.json'),
  `${JSON.stringify(await readPageFixture(folder), null, 2)}\n`,
);
