import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { createArticleStore } from '../../../src/store/create-article-store.ts';
import { explainErrors } from '../../../src/store/explain-errors.ts';
import { openSqliteFile } from '../../../src/store/engines/open-sqlite-file.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openSqliteConnection } from '../../../src/store/engines/sqlite-connection.ts';
import { openSqliteEngine } from '../../../src/store/engines/sqlite-engine.ts';
import { buildManyArticles } from '../../support/build-many-articles.ts';
import { collect } from '../../support/collect.ts';

const noon = new Date('2024-03-14T12:00:00.000Z');

describe('a SQLite store', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-sqlite-'));
    path = join(folder, 'store.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a folder', () => mkdirSync(path), 'cannot be opened for writing. Check that'],
    [
      'a text file',
      () => writeFileSync(path, 'Some notes. '.repeat(500)),
      'is not a database. Move',
    ],
    ['inside a file', makeInsideFile, 'a part of its path is a file, not a folder'],
    ['of another program', () => createForeign(path), 'is a database of another program. Point'],
  ])('that is %s is refused with advice', async (_what, make, message) => {
    make();
    const error: unknown = await openStore(`sqlite:${path}`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain(message);
    expect(String(error)).toContain(path);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'in a folder that cannot be created is refused with advice, and does not hang',
    async () => {
      for (const folderPath of ['/proc/dateline', '/proc/dateline/store']) {
        const opened = openStore(`sqlite:${folderPath}/dateline.sqlite`);
        await expect(opened).rejects.toThrow('cannot be created');
      }
    },
  );

  it('creates its folders', async () => {
    path = join(folder, 'a', 'b', 'store.sqlite');
    await (await openStore(`sqlite:${path}`)).close();
    expect(existsSync(path)).toBe(true);
  });

  function makeInsideFile(): void {
    writeFileSync(path, '');
    path = join(path, 'store.sqlite');
  }

  it('of another program is not changed', async () => {
    createForeign(path);
    const before = readFileSync(path);
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow('another program');
    expect(readFileSync(path)).toEqual(before);
  });

  it('that is damaged is refused with advice, without a crash', async () => {
    const store = await openStore(`sqlite:${path}`);
    await store.articles.putMany(buildManyArticles(200), noon);
    await store.close();
    const bytes = readFileSync(path);
    bytes.fill(0x55, 4096 * 8);
    writeFileSync(path, bytes);
    const read = async (): Promise<unknown> => {
      const damaged = await openStore(`sqlite:${path}`);
      return collect(damaged.articles.iterate());
    };
    await expect(read()).rejects.toThrow('is damaged. Restore it from a backup');
  });

  it('on a full disk says so, and keeps what it has reported as stored', async () => {
    const articles = buildManyArticles(300);
    const database = openSqliteFile(path);
    database.exec('PRAGMA max_page_count = 200');
    const engine = openSqliteEngine(path, openSqliteConnection(path, database));
    const full = explainErrors(
      createArticleStore(engine, () => undefined),
      (error) => engine.explain(error),
    );
    await full.putMany(articles.slice(0, 100), noon);
    await expect(full.putMany(articles.slice(100), noon)).rejects.toThrow('The disk is full');
    await expect(full.putMany(articles.slice(100), noon)).rejects.toThrow('The disk is full');
    await engine.close();

    const store = await openStore(`sqlite:${path}`);
    const found = await store.articles.getMany(articles.slice(0, 100).map(({ id }) => id));
    expect(found).not.toContain(undefined);
    expect(await store.articles.putMany(articles.slice(290), noon)).toEqual(
      Array(10).fill('added'),
    );
    await store.close();
  });

  it('waits for another process that writes, without blocking the event loop', async () => {
    const store = await openStore(`sqlite:${path}`);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const settled: string[] = [];
    const storing = store.articles.putMany(buildManyArticles(1), noon);
    void storing.finally(() => settled.push('stored'));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await expect.poll(() => turns).toBeGreaterThan(20);
    clearInterval(timer);
    expect(settled).toEqual([]);
    other.exec('COMMIT');
    expect(await storing).toEqual(['added']);
    other.close();
    await store.close();
  });

  it('that the administrator creates belongs to the owner of its folder', async () => {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(folder, 12_345, 12_346);
    path = join(folder, 'data', 'store.sqlite');
    const store = await openStore(`sqlite:${path}`);
    const { uid } = statSync(folder);
    const files = ['', '-wal', '-shm'].map((end) => `${path}${end}`);
    expect([dirname(path), ...files].map((name) => statSync(name).uid)).toEqual(Array(4).fill(uid));
    expect(uid).toBe(isRoot ? 12_345 : process.getuid?.());
    await store.close();
  });

  it('keeps its write-ahead log short during a long import', async () => {
    const store = await openStore(`sqlite:${path}`);
    const articles = buildManyArticles(64 * 150);
    let longest = 0;
    for (let start = 0; start < articles.length; start += 640) {
      await store.articles.putMany(articles.slice(start, start + 640), noon);
      longest = Math.max(longest, statSync(`${path}-wal`).size);
    }
    expect(longest).toBeLessThan(24_000_000);
    expect(statSync(path).size).toBeGreaterThan(longest);
    await store.close();
  });
});

function createForeign(path: string): void {
  const database = new Database(path);
  database.exec('CREATE TABLE recipes (name TEXT)');
  database.close();
}
