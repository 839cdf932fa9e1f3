import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashCode } from '../src/hash-code.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-code-'));
  await write('package.json', '{ "version": "1", "dependencies": { "natural": "8.1.1" } }');
  for (const room of ['text', 'article', 'store', 'index']) await write(`src/${room}/a.ts`, 'a');
  await write('src/text/places/b.ts', 'b');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the hash of the code that builds an index', () => {
  it('is the same for the same code', async () => {
    expect(await hashCode(join(folder, 'src'))).toBe(await hashCode(join(folder, 'src')));
    expect(await hashCode()).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashCode()).toBe(await hashCode());
  });

  it.each([
    ['a file', 'src/text/a.ts', 'A'],
    ['a file in a folder', 'src/text/places/b.ts', 'B'],
    ['a file more', 'src/index/c.ts', ''],
    ['the version of a package', 'package.json', '{ "dependencies": { "natural": "8.1.2" } }'],
  ])('is another one after a change of %s', async (_, path, text) => {
    const before = await hashCode(join(folder, 'src'));
    await write(path, text);
    expect(await hashCode(join(folder, 'src'))).not.toBe(before);
  });

  it('is the same after a change of what shapes no index', async () => {
    const before = await hashCode(join(folder, 'src'));
    await write('src/render/a.ts', 'A');
    await write('src/text/a.js.map', '{}');
    await write('package.json', '{ "version": "2", "dependencies": { "natural": "8.1.1" } }');
    expect(await hashCode(join(folder, 'src'))).toBe(before);
  });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
