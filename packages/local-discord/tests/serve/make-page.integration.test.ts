import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintSources, readMark } from '../../serve/fingerprint.ts';
import { makePage } from '../../serve/make-page.ts';

let root: string;
let place: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-'));
  place = join(root, 'dist', 'page');
});
afterEach(() => rm(root, { recursive: true }));

/** A builder whose page says a word. */
function builderOf(word: string) {
  return async (folder: string): Promise<void> => {
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(folder, 'index.html'), word);
    await writeFile(join(folder, 'assets', 'a.js'), word);
  };
}

describe('making the page', () => {
  it('leaves it whole, compressed, and marked with what it was made from', async () => {
    await makePage(place, 'mark', builderOf('word'));
    const read = (path: string) => readFile(join(place, path));
    expect(String(brotliDecompressSync(await read('assets/a.js.br')))).toBe('word');
    expect(String(gunzipSync(await read('index.html.gz')))).toBe('word');
    expect(await readMark(place)).toBe('mark');
  });

  it('takes the place of an older one', async () => {
    await makePage(place, 'old', builderOf('old'));
    await makePage(place, 'new', builderOf('new'));
    expect(await readFile(join(place, 'index.html'), 'utf8')).toBe('new');
    expect(await readdir(join(root, 'dist'))).toEqual(['page']);
  });

  it('leaves the older one where it fails, and nothing else', async () => {
    await makePage(place, 'old', builderOf('old'));
    const failing = makePage(place, 'new', async (folder) => {
      await builderOf('half')(folder);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readMark(place)).toBe('old');
    expect(await readdir(join(root, 'dist'))).toEqual(['page']);
  });

  it('gives one of many that are made at once, never parts of two', async () => {
    const words = Array.from({ length: 8 }, (_, i) => `${i}`);
    await Promise.all(words.map((word) => makePage(place, word, builderOf(word))));
    const mark = await readMark(place);
    expect(words).toContain(mark);
    expect(await readFile(join(place, 'assets', 'a.js'), 'utf8')).toBe(mark);
    expect(await readdir(join(root, 'dist'))).toEqual(['page']);
  });

  it('clears away what a builder that was killed left long ago', async () => {
    for (const name of ['page-old', 'page-new'])
      await mkdir(`${place}-${name}`, { recursive: true });
    await utimes(`${place}-page-old`, 0, 0);
    await makePage(place, 'mark', builderOf('word'));
    expect((await readdir(join(root, 'dist'))).toSorted()).toEqual(['page', 'page-page-new']);
  });
});

describe('the fingerprint of sources', () => {
  it('is another one for another content, name or package, and none without sources', async () => {
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
