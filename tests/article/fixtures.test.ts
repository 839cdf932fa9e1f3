import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFeedFixture } from './read-feed-fixture.ts';
import { readFixture } from './read-fixture.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const FEEDS = join(import.meta.dirname, 'feeds');

describe('a document of each shape has the expected result', () => {
  it.each(readdirSync(FOLDER))('%s', async (name) => {
    const folder = join(FOLDER, name);
    const source = (await readdir(folder)).find((file) => file.startsWith('source.'));
    const expected: unknown = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'));
    expect(await readFixture(join(folder, source ?? 'source.txt'))).toEqual(expected);
  });
});

describe('a feed of each kind has the expected result', () => {
  it.each(readdirSync(FEEDS))('%s', async (name) => {
    const folder = join(FEEDS, name);
    const source = (await readdir(folder)).find((file) => file.startsWith('source.'));
    const expected: unknown = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'));
    expect(await readFeedFixture(join(folder, source ?? 'source.xml'))).toEqual(expected);
  });
});
