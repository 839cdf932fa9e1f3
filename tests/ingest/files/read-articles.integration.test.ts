import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readArticles, type ReadOptions } from '../../../src/ingest/files/read-articles.ts';
import { collect } from '../../support/collect.ts';

const ARTICLE =
  'Bridge Opens Over the Gap\n\nTT\n\nBridge Opens Over the Gap\n\nIt opened on Saturday.\n';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);

/** What was read, as "file: title" or "file:line: reason", with paths relative to the folder. */
async function read(paths: readonly string[] = [''], options: ReadOptions = {}) {
  const items = await collect(
    readArticles(
      paths.map((path) => join(folder, path)),
      options,
    ),
  );
  return items.flatMap((item) => {
    const file = item.file.slice(folder.length + 1);
    if (item.kind === 'article') return [`${file}: ${item.article.title}`];
    return item.kind === 'fault' ? [`${file}:${item.line}: ${item.reason}`] : [];
  });
}

describe('files and folders', () => {
  it('are read in the order of their names, without hidden files and readmes', async () => {
    await mkdir(join(folder, 'b'));
    for (const name of ['b/z.txt', 'c.txt', 'a.txt', '.hidden.txt', 'README.md'])
      await put(name, ARTICLE);
    expect(await read()).toEqual(
      ['a.txt', 'b/z.txt', 'c.txt'].map((name) => `${name}: Bridge Opens Over the Gap`),
    );
  });

  it('that cannot be read give one clear line each, and the others are read', async () => {
    await put('1-empty.txt', '');
    await put('2-blank.txt', ' \n\n');
    await put('3-picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    await put('4-page.txt', '<!DOCTYPE html><p>Hi');
    await put('5-prose.txt', '\nNothing but a sentence. And another.\n');
    await put('6-head.txt', 'A Headline and Nothing Else\n');
    await symlink('nowhere', join(folder, '7-gone.txt'));
    await put('8-good.txt', ARTICLE);
    expect(await read(['', 'missing.txt'])).toEqual([
      '1-empty.txt:1: the file is empty',
      '2-blank.txt:1: the file is empty',
      '3-picture.txt:1: a PNG picture, not a text',
      '4-page.txt:1: a web page: the text on this page is too short for an article',
      '5-prose.txt:2: no readable headline above the text',
      '6-head.txt:1: a headline without a text below it',
      '7-gone.txt:1: no such file or folder',
      '8-good.txt: Bridge Opens Over the Gap',
      'missing.txt:1: no such file or folder',
    ]);
  });

  it('are read once even if links lead in a circle', async () => {
    await mkdir(join(folder, 'a/b'), { recursive: true });
    await put('a/one.txt', ARTICLE);
    await symlink('..', join(folder, 'a/b/up'));
    await symlink('self', join(folder, 'a/self'));
    await symlink('a', join(folder, 'again'));
    expect(await read()).toEqual([
      'a/b/up:1: a link that leads back to a folder above it',
      'a/one.txt: Bridge Opens Over the Gap',
      'a/self:1: a link that leads back to itself',
    ]);
  });

  it('name the publisher by their file name, unless one is given', async () => {
    await put('meridian-wire.txt', ARTICLE);
    const sources = async (options: ReadOptions) =>
      (await collect(readArticles([folder], options))).flatMap((item) =>
        item.kind === 'article' ? [item.article.source] : [],
      );
    expect(await sources({})).toEqual(['Meridian Wire']);
    expect(await sources({ source: 'Another Wire' })).toEqual(['Another Wire']);
  });

  it('are not read any further after an abort', async () => {
    await put('a.txt', `${ARTICLE}\n\n\n`.repeat(20));
    const off = new AbortController();
    const seen: string[] = [];
    for await (const item of readArticles([folder], { signal: off.signal })) {
      seen.push(item.kind);
      off.abort();
    }
    expect(seen).toHaveLength(1);
  });

  it('let other work run whenever a slice of time is over', async () => {
    await put('a.txt', `${ARTICLE}\n\n\n`.repeat(50));
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    let turns = 0;
    let reading = true;
    const count = (): void => {
      turns += 1;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    const items = await collect(readArticles([folder]));
    reading = false;
    clock.mockRestore();
    expect(items.length).toBeGreaterThan(50);
    expect(turns).toBeGreaterThanOrEqual(items.length);
  });
});
