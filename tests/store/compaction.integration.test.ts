import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';

const NOON = new Date('2026-03-14T12:00:00Z');
const ARTICLES = buildManyArticles(600);
const OLD = ARTICLES.slice(0, 500).map(({ id }) => id);

describe('a SQLite store that gives space back', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-compact-'));
    path = join(folder, 'dateline.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const sizeOf = (name = path): number => statSync(name).size;

  it('becomes shorter, log and all, and keeps what it has', async () => {
    const store = await openStore(`sqlite:${path}`);
    await store.articles.putMany(ARTICLES, NOON);
    await store.compact();
    const full = sizeOf();
    expect(await store.measureBytes()).toBeGreaterThanOrEqual(full);
    await store.articles.removeMany(OLD);
    await store.compact();
    expect(sizeOf()).toBeLessThan(full / 2);
    expect(sizeOf(`${path}-wal`)).toBe(0);
    expect((await store.articles.getMany(ARTICLES.slice(500).map(({ id }) => id))).length).toBe(
      100,
    );
    await store.articles.putMany(ARTICLES.slice(0, 3), NOON);
    await store.check();
    await store.close();
    expect(readPragma('integrity_check')).toBe('ok');
  });

  it('stays the same store for another process whose file has become shorter', async () => {
    const bot = await openStore(`sqlite:${path}`);
    await bot.articles.putMany(ARTICLES, NOON);
    await bot.check();
    const other = await openStore(`sqlite:${path}`);
    await other.articles.removeMany(OLD);
    await other.compact();
    await other.close();
    await bot.check();
    await bot.articles.putMany(ARTICLES.slice(0, 1), NOON);
    expect((await bot.articles.get(ARTICLES[0]!.id))?.title).toBe(ARTICLES[0]!.title);
    await bot.close();
  });

  it('does not take a shorter file of another store for its own', async () => {
    const elsewhere = join(folder, 'other.sqlite');
    const other = await openStore(`sqlite:${elsewhere}`);
    await other.close();
    const bot = await openStore(`sqlite:${path}`);
    await bot.articles.putMany(ARTICLES, NOON);
    await bot.compact();
    await bot.check();
    copyFileSync(elsewhere, path);
    await expect(bot.check()).rejects.toThrow(UserError);
    await bot.close();
  });

  it('does not take a file that was cut off for a compacted one', async () => {
    const bot = await openStore(`sqlite:${path}`);
    await bot.articles.putMany(ARTICLES, NOON);
    await bot.compact();
    await bot.check();
    truncateSync(path, 8192);
    await expect(bot.check()).rejects.toThrow(/deleted, emptied or replaced/);
    await bot.close();
  });

  it('of before it could do so stays as it is', async () => {
    const old = new Database(path);
    old.exec(
      'PRAGMA application_id = 1148480622; CREATE TABLE entries (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, expires INTEGER)',
    );
    old.close();
    const store = await openStore(`sqlite:${path}`);
    await store.articles.putMany(ARTICLES, NOON);
    await store.articles.removeMany(OLD);
    await store.compact();
    expect(readPragma('auto_vacuum')).toBe(0);
    expect(readPragma('freelist_count')).toBeGreaterThan(100);
    await store.close();
  });

  function readPragma(name: string): unknown {
    const database = new Database(path);
    const [result] = database.prepare(`PRAGMA ${name}`).raw().get([]) as [unknown];
    database.close();
    return result;
  }
});
