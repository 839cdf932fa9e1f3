import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putInPlace } from './put-in-place.ts';

const SIZE = 2_000_000;

async function inFolders(test: (from: string, to: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'put-in-place-'));
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await mkdir(join(from, 'deep'), { recursive: true });
    await test(from, to);
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('moves new and changed files, and leaves all others alone', () =>
  inFolders(async (from, to) => {
    await writeFile(join(from, 'deep/same.js'), 'same');
    await writeFile(join(from, 'deep/new.js'), 'new');
    await writeFile(join(from, 'changed.js'), 'after');
    await mkdir(join(to, 'deep'), { recursive: true });
    await writeFile(join(to, 'deep/same.js'), 'same');
    await writeFile(join(to, 'changed.js'), 'before');
    await writeFile(join(to, 'other.js'), 'other');
    await utimes(join(to, 'deep/same.js'), 1, 1);
    await putInPlace(from, to);
    const read = (name: string) => readFile(join(to, name), 'utf8');
    expect(await read('deep/new.js')).toBe('new');
    expect(await read('changed.js')).toBe('after');
    expect(await read('other.js')).toBe('other');
    expect((await stat(join(to, 'deep/same.js'))).mtimeMs).toBe(1000);
  }));

it('never lets anyone find half a file, whoever else puts files in place', () =>
  inFolders(async (from, to) => {
    await writeFile(join(from, 'index.js'), 'a'.repeat(SIZE));
    await putInPlace(from, to);
    const over = new AbortController();
    const sizes = new Set<number>();
    const reading = (async () => {
      while (!over.signal.aborted) sizes.add((await readFile(join(to, 'index.js'))).length);
    })();
    const putting = ['b', 'c', 'd'].map(async (letter) => {
      const own = `${from}-${letter}`;
      await mkdir(own);
      for (let round = 0; round < 5; round++) {
        await writeFile(join(own, 'index.js'), letter.repeat(SIZE));
        await putInPlace(own, to);
      }
    });
    await Promise.all(putting);
    over.abort();
    await reading;
    expect([...sizes]).toEqual([SIZE]);
  }));
