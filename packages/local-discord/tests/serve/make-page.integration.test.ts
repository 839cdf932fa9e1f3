import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPages, pageFolder } from '../../serve/find-page.ts';
import { fingerprintSources } from '../../serve/fingerprint.ts';
import { makePage } from '../../serve/make-page.ts';
import { nodeArguments } from '../support/node-arguments.ts';
import { buildWordPage } from './build-word-page.ts';

let root: string;
let pages: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-'));
  pages = join(root, 'dist', 'page');
});
afterEach(() => rm(root, { recursive: true }));

/** Returns the content of a page's files, and asserts that it is the same in all of them. */
async function readWord(folder: string): Promise<string> {
  const files = ['index.html', 'assets/a.js'].map((name) => readFile(join(folder, name), 'utf8'));
  const compressed = String(gunzipSync(await readFile(join(folder, 'assets/a.js.gz'))));
  const [first, ...others] = [...(await Promise.all(files)), compressed];
  expect(new Set(others)).toEqual(new Set([first]));
  return first;
}

/** Makes a folder look very old. */
async function makeOld(folder: string): Promise<void> {
  await utimes(folder, 1, 1);
}

describe('making the page', () => {
  it('leaves it complete and compressed, in a folder named for its fingerprint', async () => {
    const made = await makePage(pages, 'mark', buildWordPage('word'));
    expect(made).toBe(pageFolder(pages, 'mark'));
    const read = (path: string) => readFile(join(made, path));
    expect(String(brotliDecompressSync(await read('assets/a.js.br')))).toBe('word');
    expect(String(gunzipSync(await read('index.html.gz')))).toBe('word');
    expect(await findPages(pages)).toEqual([made]);
  });

  it('keeps an older page, and the newest is listed first', async () => {
    const old = await makePage(pages, 'old', buildWordPage('old'));
    await makeOld(old);
    const made = await makePage(pages, 'new', buildWordPage('new'));
    expect(await readWord(made)).toBe('new');
    expect(await findPages(pages)).toEqual([made, old]);
  });

  it('leaves only the older page if it fails', async () => {
    const old = await makePage(pages, 'old', buildWordPage('old'));
    const failing = makePage(pages, 'new', async (folder) => {
      await buildWordPage('half')(folder);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await findPages(pages)).toEqual([old]);
    expect(await readdir(pages)).toHaveLength(1);
  });

  it('never mixes several pages that are made at once', async () => {
    const words = Array.from({ length: 32 }, (_, i) => `${i}`);
    const made = await Promise.all(words.map((word) => makePage(pages, word, buildWordPage(word))));
    expect(await Promise.all(made.map(readWord))).toEqual(words);
    expect(await readdir(pages)).toHaveLength(words.length);
  });

  it('makes one page if several processes make the same one at once', async () => {
    const run = promisify(execFile);
    const child = nodeArguments(join(import.meta.dirname, 'make-page-child.ts'));
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, [...child, pages, 'mark', '8'])),
    );
    const [folder] = await findPages(pages);
    expect(runs.map(({ stdout }) => stdout.split('\n'))).toEqual(
      runs.map(() => [...Array<string>(8).fill(`${folder} complete`), '']),
    );
    expect(await readdir(pages)).toEqual([folder?.slice(pages.length + 1)]);
  });

  it('removes stale builds and old pages', async () => {
    const old = [];
    for (const word of ['a', 'b', 'c', 'd']) {
      old.push(await makePage(pages, word, buildWordPage(word)));
    }
    const killed = join(pages, 'building-long-ago');
    const busy = join(pages, 'building-now');
    for (const folder of [killed, busy]) await mkdir(folder);
    for (const folder of [killed, ...old]) await makeOld(folder);
    await utimes(old[0]!, 0, 0);
    const made = await makePage(pages, 'mark', buildWordPage('word'));
    expect([killed, busy, ...old, made].filter((path) => !existsSync(path))).toEqual([
      killed,
      old[0],
    ]);
  });
});

describe('the fingerprint of sources', () => {
  it('changes with a file’s content or name and with the packages, and is undefined without sources', async () => {
    const lock = join(root, 'lock.json');
    const sources = join(root, 'page');
    const read = () => fingerprintSources(sources, [lock]);
    expect(await read()).toBeUndefined();
    await mkdir(join(sources, 'shell'), { recursive: true });
    const prints = new Set([await read()]);
    const file = join(sources, 'shell', 'a.ts');
    for (const [path, content] of [
      [file, 'one'],
      [file, 'two'],
      [join(sources, 'b.ts'), 'two'],
      [lock, '{}'],
    ] as const) {
      await writeFile(path, content);
      prints.add(await read());
    }
    expect(prints.size).toBe(5);
    const last = await read();
    await utimes(file, 0, 0);
    expect(await read()).toBe(last);
  });
});
