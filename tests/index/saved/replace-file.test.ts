import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../src/index/saved/replace-file.ts';

/** No process can have it. */
const NO_PID = 2 ** 30;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-replace-'));
  path = join(folder, 'index');
});
afterEach(() => rm(folder, { recursive: true }));

const write = (text: string) => replaceFile(path, async (file) => void (await file.write(text)));

describe('replacing a file', () => {
  it('leaves the new one alone', async () => {
    await write('old');
    await write('new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['index']);
  });

  it('leaves the old one alone if it fails', async () => {
    await write('old');
    const fail = replaceFile(path, async (file) => {
      await file.write('new');
      throw new Error('The disk is full');
    });
    await expect(fail).rejects.toThrow('The disk is full');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['index']);
  });

  it('creates the folder', async () => {
    path = join(folder, 'data', 'store', 'index');
    await write('new');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('removes what killed processes have left, and nothing that is in use or of others', async () => {
    const old = new Date(Date.now() - 20 * 60_000);
    const files = {
      killed: `index.${NO_PID}-a.tmp`,
      before: `index.${process.pid}-a.tmp`,
      hanging: `index.${process.ppid}-a.tmp`,
      running: `index.${process.ppid}-b.tmp`,
      other: `other.${NO_PID}-a.tmp`,
      own: 'index.backup',
    };
    for (const name of Object.values(files)) await writeFile(join(folder, name), 'x');
    await utimes(join(folder, files.hanging), old, old);
    await write('new');
    expect((await readdir(folder)).toSorted()).toEqual(
      ['index', files.own, files.running, files.other].toSorted(),
    );
  });
});
