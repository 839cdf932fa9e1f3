import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importPaths } from '../../../src/cli/verbs/add-import-verb.ts';
import type { CliIo } from '../../../src/io.ts';
import { createProgress, renderBar } from '../../../src/cli/progress.ts';
import { UserError } from '../../../src/errors.ts';
import type { ArticleStore } from '../../../src/store/article-store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { parseLines, runCli } from '../../support/run-cli.ts';

const article = (number: number, text = 'It opened on Saturday.') =>
  `Bridge ${number} Opens Over the Gap\n\nTT\n\nBridge ${number} Opens Over the Gap\n\n${text}\n\n\n\n`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFile(join(folder, name), text);
const importFiles = (...args: string[]) =>
  runCli(['import', ...args.map((arg) => (arg.startsWith('-') ? arg : join(folder, arg)))], {
    env: { STORE_URL: `sqlite:${join(folder, 'store.sqlite')}` },
  });

describe('dateline import', () => {
  it('says how much was stored if the store fails during the import', async () => {
    await put('wire.txt', Array.from({ length: 150 }, (_, at) => article(at)).join(''));
    const store = await openStore('memory:');
    let batches = 0;
    const articles: ArticleStore = {
      ...store.articles,
      putMany(...values) {
        batches += 1;
        if (batches > 1) throw new UserError('not-available', 'The disk is full.');
        return store.articles.putMany(...values);
      },
    };
    const err: string[] = [];
    const importing = importPaths(
      [join(folder, 'wire.txt')],
      {},
      {
        io: {
          err: (line: string) => void err.push(line),
          isTerminal: false,
          now: () => new Date(),
        } as CliIo,
        store: { ...store, articles },
        signal: new AbortController().signal,
      },
    );
    await expect(importing).rejects.toThrow('The disk is full.');
    expect(err).toEqual(['64 articles were stored; the import ended early:']);
    await store.close();
  });

  it('stores each article once, however often it is run', async () => {
    await put('wire.txt', Array.from({ length: 150 }, (_, at) => article(at)).join(''));
    const first = await importFiles('wire.txt');
    expect(first).toMatchObject({ err: [], exitCode: 0 });
    expect(first.out).toEqual([
      '150 articles: 150 new, 0 updated, 0 unchanged; 300 lines dropped (parse --explain shows them)',
    ]);
    const again = await importFiles('wire.txt', '--json');
    expect(parseLines(again)).toEqual([
      { articles: 150, added: 0, updated: 0, unchanged: 150, dropped: 300, faults: 0 },
    ]);
  });

  it('updates an article with a changed text under its old id', async () => {
    await put('wire.txt', article(1) + article(2));
    await importFiles('wire.txt');
    await put('wire.txt', article(1) + article(2, 'It opened on Saturday after all.'));
    await utimes(join(folder, 'wire.txt'), new Date(), new Date('2024-06-01T10:00:00Z'));
    expect((await importFiles('wire.txt')).out[0]).toMatch(/^2 articles: 0 new, /);
    expect((await importFiles('wire.txt')).out[0]).toMatch(/0 updated, 2 unchanged/);
  });

  it('does not treat a later copy of the same file as a change', async () => {
    await put('wire.txt', article(1, 'Nothing dates this.'));
    await utimes(join(folder, 'wire.txt'), new Date(), new Date('2024-06-01T10:00:00Z'));
    await importFiles('wire.txt');
    await utimes(join(folder, 'wire.txt'), new Date(), new Date('2024-09-01T10:00:00Z'));
    expect((await importFiles('wire.txt')).out[0]).toMatch(
      /^1 article: 0 new, 0 updated, 1 unchanged/,
    );
  });

  it('stores what it can read, names what it cannot, and exits with 1', async () => {
    await put('a.txt', '');
    await put('b.txt', article(1));
    const run = await importFiles('a.txt', 'b.txt', 'c.txt');
    expect(run.err).toEqual([
      `${join(folder, 'a.txt')}:1: the file is empty`,
      `${join(folder, 'c.txt')}:1: no such file or folder`,
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.out[0]).toMatch(/^1 article: 1 new/);
  });
});

describe('the progress bar', () => {
  it.each([
    [0, 100, '[------------------------]   0 %'],
    [50, 100, '[############------------]  50 %'],
    [120, 100, '[########################] 100 %'],
    [0, 0, '[########################] 100 %'],
  ])('of %i of %i is %s', (done, total, bar) => expect(renderBar(done, total)).toBe(bar));

  it('is drawn at most ten times a second, and removed', () => {
    const written: string[] = [];
    let now = 0;
    const progress = createProgress(
      (text) => written.push(text),
      true,
      () => now,
    );
    progress.show(1, 2, 'one');
    progress.show(1, 2, 'two');
    now = 100;
    progress.show(2, 2, 'three');
    progress.clear();
    progress.clear();
    expect(written.map((text) => text.replace('\r\u001B[K', ''))).toEqual([
      '[############------------]  50 % one',
      '[########################] 100 % three',
      '',
    ]);
  });

  it('is not drawn without a terminal', () => {
    const written: string[] = [];
    const progress = createProgress((text) => written.push(text), false);
    progress.show(1, 2, 'one');
    progress.clear();
    expect(written).toEqual([]);
  });
});
