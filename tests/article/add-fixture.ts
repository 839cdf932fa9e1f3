import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readFixture } from './read-fixture.ts';

// node --import tsx tests/article/add-fixture.ts NAME FILE
// Copies FILE to fixtures/NAME and writes what it gives now beside it: read that before you commit it.
const [name, file] = process.argv.slice(2);
if (name === undefined || file === undefined) {
  console.error('usage: node --import tsx tests/article/add-fixture.ts NAME FILE');
  process.exit(2);
}
const folder = join(import.meta.dirname, 'fixtures', name);
await mkdir(folder, { recursive: true });
const source = join(folder, `source${extname(file) || '.txt'}`);
if (basename(folder) !== name) throw new Error(`${name} is no folder name`);
await copyFile(file, source);
await writeFile(
  join(folder, 'expected.json'),
  `${JSON.stringify(await readFixture(source), null, 2)}\n`,
);
