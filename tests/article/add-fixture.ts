import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseFeed } from '../../src/article/feed/parse-feed.ts';
import { readFeedFixture } from './read-feed-fixture.ts';
import { readFixture } from './read-fixture.ts';

// node --import tsx tests/article/add-fixture.ts NAME FILE
// Copies FILE to fixtures/NAME (a feed to feeds/NAME) and writes its current result next to it.
// Read that before you commit it.
const [name, file] = process.argv.slice(2);
if (name === undefined || file === undefined) {
  console.error('usage: node --import tsx tests/article/add-fixture.ts NAME FILE');
  process.exit(2);
}
const isFeed = parseFeed({ bytes: await readFile(file) }).kind === 'feed';
const folder = join(import.meta.dirname, isFeed ? 'feeds' : 'fixtures', name);
await mkdir(folder, { recursive: true });
const source = join(folder, `source${extname(file) || '.txt'}`);
if (basename(folder) !== name) throw new Error(`${name} is not a folder name`);
await copyFile(file, source);
const given = isFeed ? await readFeedFixture(source) : await readFixture(source);
await writeFile(join(folder, 'expected.json'), `${JSON.stringify(given, null, 2)}\n`);
