import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const CLAIM = { at: NOW.toISOString() };

describe('a SQLite store that is open', () => {
  let folder: string;
  let path: string;
  let store: TestStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-watch-'));
    path = join(folder, 'store.sqlite');
    store = await openTestStore(`sqlite:${path}`);
    await store.articles.putMany(buildManyArticles(40), NOW);
  });
  afterEach(async () => {
    await store.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  const runSql = (sql: string): void => {
    const database = new Database(path);
    database.exec(sql);
    database.close();
  };
  const harms: readonly (readonly [string, () => void])[] = [
    ['deleted', () => unlinkSync(path)],
    ['deleted with its folder', () => rmSync(folder, { recursive: true })],
    ['deprived of its log', () => unlinkSync(`${path}-wal`)],
    ['moved away', () => renameSync(path, `${path}.old`)],
    [
      'replaced by a copy',
      () => (copyFileSync(path, `${path}.new`), renameSync(`${path}.new`, path)),
    ],
    ['cut', () => truncateSync(path, 0)],
    [
      'overwritten by something longer',
      () => writeFileSync(path, 'Some notes. '.repeat(statSync(path).size)),
    ],
    ['emptied by another program', () => runSql('DELETE FROM entries')],
    ['deprived of its table', () => runSql('DROP TABLE entries')],
  ];

  it.each(harms)('and is %s says so instead of claiming success', async (_, harm) => {
    await store.check();
    harm();
    const polls = store.records('polls');
    const writes = [
      () => polls.put('a', CLAIM),
      () => polls.claim('b', CLAIM),
      () => polls.change('c', () => CLAIM),
      () => store.articles.putMany([buildArticle()], NOW),
      () => store.check(),
    ];
    for (const write of writes) await expect(write()).rejects.toThrow(UserError);
    for (const write of writes) await expect(write()).rejects.toThrow(/while (?:it|the bot) was/);
  });

  it('and has another store copied over it says so', async () => {
    const other = join(folder, 'other.sqlite');
    const second = await openTestStore(`sqlite:${other}`);
    await second.articles.putMany(buildManyArticles(300), NOW);
    await second.close();
    expect(statSync(other).size).toBeGreaterThan(statSync(path).size);
    copyFileSync(other, path);
    await expect(store.check()).rejects.toThrow('replaced');
  });

  it('and has an older copy of itself copied over it says so, even if that is as long', async () => {
    const old = readFileSync(path);
    // A process that closes brings the log's changes into the file.
    await store.articles.putMany(buildManyArticles(300), NOW);
    await (await openTestStore(`sqlite:${path}`)).close();
    await store.check();
    const { size } = statSync(path);
    expect(size).toBeGreaterThan(old.length);
    writeFileSync(path, Buffer.concat([old, Buffer.alloc(size - old.length)]));
    await expect(store.check()).rejects.toThrow('replaced');
  });

  it('and is emptied shows nothing as missing once it has been noticed', async () => {
    runSql('DELETE FROM entries');
    await expect(store.check()).rejects.toThrow('emptied');
    await expect(store.records('subscriptions').get('1:a')).rejects.toThrow('emptied');
    await expect(
      store.records('subscriptions').list('1:')[Symbol.asyncIterator]().next(),
    ).rejects.toThrow('emptied');
    await expect(store.articles.get('a')).rejects.toThrow('emptied');
  });

  it('and is emptied is not taken for the store that another process creates in its place', async () => {
    runSql('DELETE FROM entries');
    const other = await openTestStore(`sqlite:${path}`);
    await expect(store.check()).rejects.toThrow('replaced');
    await other.check();
    await other.close();
  });

  it('stays in use while another process imports, removes and closes', async () => {
    const other = await openTestStore(`sqlite:${path}`);
    await other.articles.putMany(buildManyArticles(300), NOW);
    for (const { id } of buildManyArticles(40)) await other.articles.remove(id);
    await other.close();
    await store.check();
    await store.records('polls').put('a', CLAIM);
    expect(await store.records('polls').get('a')).toEqual(CLAIM);
  });
});
