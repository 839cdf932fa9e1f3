import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDue } from '../../src/ingest/sources/source.ts';
import { RECORDS } from '../../src/run/records.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { collect } from '../support/collect.ts';
import { readStoreFile } from '../support/read-store-file.ts';

const FOLDER = join(import.meta.dirname, 'released');
const RELEASES = readdirSync(FOLDER).filter((name) => name.endsWith('.sqlite'));

describe.each(RELEASES)('the store of release %s', (name) => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-released-'));
    path = join(folder, 'dateline.sqlite');
    copyFileSync(join(FOLDER, name), path);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is opened with all that it has', async () => {
    const { entries } = readStoreFile(path);
    const skipped: string[] = [];
    const store = await openStore(`sqlite:${path}`, {
      records: RECORDS,
      onSkipped: (key) => void skipped.push(key),
    });
    const articles = await collect(store.articles.iterate());
    const found = articles.map(({ id }) => `articles:${id}`);
    for (const namespace of Object.keys(RECORDS) as (keyof typeof RECORDS)[]) {
      for await (const [key] of store.records(namespace).list()) found.push(`${namespace}:${key}`);
    }
    const keys = entries.map(([key]) => key);
    expect(found.toSorted()).toEqual(keys.filter((key) => !key.startsWith('journal:')));
    expect(skipped).toEqual([]);
    expect((await store.articles.changesSince(0)).ids).toHaveLength(articles.length);
    expect(articles.length).toBeGreaterThan(20);
    const editions = await collect(store.records('editions').list());
    expect(editions.map(([, { state }]) => state.kind)).toContain('posted');
    await store.close();
  });

  it('has its schedules looked at, and its sources read when they are due', async () => {
    const store = await openStore(`sqlite:${path}`, { records: RECORDS });
    const dueAt = async (namespace: 'subscriptions' | 'sources' | 'editions', instant: string) =>
      (await collect(store.records(namespace).due(new Date(instant)))).map(([key]) => key);
    const schedules = (await collect(store.records('subscriptions').list()))
      .filter(([, { state }]) => state.kind === 'active')
      .map(([key]) => key);
    expect(schedules.length).toBeGreaterThan(0);
    expect(await dueAt('subscriptions', '2020-01-01T00:00:00Z')).toEqual(schedules);
    const sources = await collect(store.records('sources').list());
    for (const instant of [
      '2020-01-01T00:00:00Z',
      '2024-12-08T08:00:00Z',
      '2030-01-01T00:00:00Z',
    ]) {
      const due = sources.filter(([, source]) => isDue(source, new Date(instant)));
      expect(await dueAt('sources', instant)).toEqual(
        expect.arrayContaining(due.map(([key]) => key)),
      );
    }
    expect(await dueAt('editions', '2030-01-01T00:00:00Z')).toEqual([]);
    await store.close();
  });

  it('stays sound under what was open while it was rewritten', async () => {
    const open = new Database(path);
    const count = open.prepare('SELECT count(*) FROM entries').raw();
    count.get([]);
    const store = await openStore(`sqlite:${path}`);
    const write = open.prepare('INSERT INTO entries (key, value) VALUES (?, ?)');
    for (let at = 0; at < 300; at += 1) write.run([`later:${at}`, 'x'.repeat(5000)]);
    await store.articles.putMany(buildManyArticles(100), new Date('2024-12-09T08:00:00Z'));
    open.exec(
      "DELETE FROM entries WHERE key < 'articles:8' AND key > 'articles:' OR key > 'later:' AND key < 'later;'",
    );
    open.exec('PRAGMA incremental_vacuum');
    await store.close();
    open.close();
    expect(readStoreFile(path)).toMatchObject({ autoVacuum: 2, integrity: 'ok', freePages: 0 });
  });

  it('has this version afterwards, can be shrunk, and is backed up as it was', async () => {
    const before = readStoreFile(path);
    const sentences: string[] = [];
    const onMigration = (sentence: string): void => void sentences.push(sentence);
    await (await openStore(`sqlite:${path}`, { onMigration })).close();
    const after = readStoreFile(path);
    expect(after).toMatchObject({ schema: SCHEMA_VERSION, autoVacuum: 2, integrity: 'ok' });
    expect(after.entries).toEqual(before.entries);
    const [backup] = readdirSync(folder).filter((file) => file.endsWith('.backup'));
    expect(backup).toMatch(/^dateline\.sqlite\.schema-\d+-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/);
    expect(sentences.join('\n')).toContain(backup);
    expect(readStoreFile(join(folder, backup!))).toMatchObject({
      schema: before.schema,
      entries: before.entries,
      integrity: 'ok',
    });
  });
});
