import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import type { Engine } from '../../src/store/engines/engine.ts';
import { openSqliteFile } from '../../src/store/engines/open-sqlite-file.ts';
import { openSqliteConnection } from '../../src/store/engines/sqlite-connection.ts';
import { openSqliteEngine } from '../../src/store/engines/sqlite-engine.ts';
import { UnwritableStoreError } from '../../src/store/store-fault.ts';
import { watchWrites } from '../../src/store/watch-writes.ts';
import { RECORDS } from '../../src/run/records.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { collect } from '../support/collect.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const CLAIM = { at: NOW.toISOString() };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-writes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A store on SQLite whose connection a test may limit, and what its listener was told. */
function open() {
  const path = join(folder, 'store.sqlite');
  const database = openSqliteFile(path);
  const engine = openSqliteEngine(path, openSqliteConnection(path, database));
  const told: string[] = [];
  const store = createStore(engine, {
    records: RECORDS,
    onWrites: { refused: ({ reason }) => told.push(reason), again: () => told.push('again') },
  });
  return { database, store, told, path };
}

describe('a store without room', () => {
  it('remembers the refused write until a probe succeeds, and can be read meanwhile', async () => {
    const { database, store, told } = open();
    const kept = buildArticle();
    await store.articles.putMany([kept], NOW);
    expect(store.writeFault()).toBe(undefined);
    await store.check();
    database.exec('PRAGMA max_page_count = 20');

    const many = buildManyArticles(100);
    await expect(store.articles.putMany(many, NOW)).rejects.toThrow(UnwritableStoreError);
    expect(store.writeFault()).toMatchObject({ reason: 'full', message: /^The disk is full: / });
    expect((await store.articles.get(kept.id))?.title).toBe(kept.title);
    await store.check();
    expect(store.writeFault()?.reason).toBe('full');
    expect(new Set(told)).toEqual(new Set(['full']));

    database.exec('PRAGMA max_page_count = 100000');
    await store.check();
    expect(store.writeFault()).toBe(undefined);
    expect(told.at(-1)).toBe('again');
    expect(await store.articles.putMany(many, NOW)).toEqual(Array(100).fill('added'));
    await store.close();
  });

  it('does not count as mended while only something small fits', async () => {
    const { database, store, told } = open();
    await store.articles.putMany(buildManyArticles(5), NOW);
    const { page_count: pages } = database.prepare('PRAGMA page_count').get([]) as {
      page_count: number;
    };
    database.exec(`PRAGMA max_page_count = ${pages + 8}`);
    await expect(store.articles.putMany(buildManyArticles(50), NOW)).rejects.toThrow('full');
    await store.records('polls').put('small', CLAIM);
    await store.check();
    expect(store.writeFault()?.reason).toBe('full');
    expect(told).not.toContain('again');
    await store.close();
  });

  it('is probed with what no server can compress', async () => {
    const written: string[] = [];
    const full = new UnwritableStoreError('The disk is full.', 'full');
    const engine = {
      read: () => Promise.resolve(undefined),
      swap: (_: string, before?: string, after?: string) => {
        if (before === undefined && after !== undefined) written.push(after);
        return Promise.resolve(true);
      },
    } as Partial<Engine> as Engine;
    const watch = watchWrites(engine);
    watch.note(full);
    await watch.probe();
    expect(watch.fault).toBe(undefined);
    expect(written.map((text) => deflateSync(text).length > 300_000)).toEqual([true]);
  });

  it('also notices when the index of what is due does not fit', async () => {
    const { database, store, told } = open();
    await store.articles.putMany(buildManyArticles(5), NOW);
    const { page_count: pages } = database.prepare('PRAGMA page_count').get([]) as {
      page_count: number;
    };
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const due = () => collect(store.records('sources').due(NOW));
    await expect(due()).rejects.toThrow(UnwritableStoreError);
    expect(told).toEqual(['full']);
    database.exec('PRAGMA max_page_count = 100000');
    expect(await due()).toEqual([]);
    await store.close();
  });

  it('leaves nothing of its probes behind', async () => {
    const { database, store } = open();
    database.exec('PRAGMA max_page_count = 10');
    await store.articles.putMany(buildManyArticles(50), NOW).catch(() => undefined);
    database.exec('PRAGMA max_page_count = 100000');
    await store.check();
    const keys = database
      .prepare("SELECT key FROM entries WHERE key LIKE 'schema:%'")
      .raw()
      .all([]);
    expect(keys.flat()).not.toContain('schema:probe');
    await store.close();
  });
});

describe('a store that is read-only', () => {
  it('refuses every kind of write with a sentence, and every kind of reading goes on', async () => {
    const { database, store, told, path } = open();
    const polls = store.records('polls');
    await polls.put('known', CLAIM);
    await store.articles.putMany([buildArticle()], NOW);
    database.exec('PRAGMA query_only = ON');
    const writes = [
      () => polls.put('a', CLAIM),
      () => polls.claim('b', CLAIM),
      () => polls.change('c', () => CLAIM),
      () => polls.remove('known'),
      () => store.articles.putMany(buildManyArticles(1), NOW),
      () => store.articles.remove(buildArticle().id),
    ];
    for (const write of writes) {
      const error: unknown = await write().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UnwritableStoreError);
      const { message, forMembers } = error as UnwritableStoreError;
      expect(message).toBe(
        `The store ${path} is read-only. Check that it and its folder may be written to, and that its disk is mounted for writing.`,
      );
      expect(forMembers).toMatch(
        /^Nothing can be saved right now, because the bot's store is read-only\./,
      );
      expect(forMembers).not.toContain(folder);
    }
    expect(told).toHaveLength(writes.length);
    expect(await collect(polls.list())).toHaveLength(1);
    expect(await collect(store.articles.iterate())).toHaveLength(1);
    database.exec('PRAGMA query_only = OFF');
    await store.check();
    expect(store.writeFault()).toBe(undefined);
    for (const write of writes) await write();
    await store.close();
  });
});

describe('the size of a store', () => {
  it('is that of its files, and grows with what is stored', async () => {
    const { store } = open();
    const before = await store.measureBytes();
    await store.articles.putMany(buildManyArticles(100), NOW);
    expect(await store.measureBytes()).toBeGreaterThan(before + 100 * 3_500);
    await store.close();
  });
});
