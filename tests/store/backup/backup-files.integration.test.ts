import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readBackup, verifyBackup } from '../../../src/store/backup/verify-backup.ts';
import { restoreBackup } from '../../../src/store/backup/restore-backup.ts';
import { writeBackup } from '../../../src/store/backup/write-backup.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { RECORDS } from '../../../src/run/records.ts';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { encodeValue } from '../../../src/store/engines/stored-value.ts';
import { SCHEMA_VERSION } from '../../../src/store/migrations/migrations.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { collect } from '../../support/collect.ts';
import { runWork } from '../../support/kill-in-work.ts';
import { readStoreFile } from '../../support/read-store-file.ts';

const CHILD = join(import.meta.dirname, 'backup-child.ts');
const RELEASED = join(import.meta.dirname, '../released/0.1.0.sqlite');
const NOW = new Date('2024-03-14T12:00:00Z');

let folder: string;
let path: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
  path = join(folder, 'dateline.sqlite');
  file = join(folder, 'daily.backup');
  // In rollback mode, as a copy of a store is, so that no test has to close it first.
  fillCopy(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

const restore = (options: Partial<Parameters<typeof restoreBackup>[2]> = {}) =>
  restoreBackup(file, path, { now: NOW, forget: [], put: [], ...options });

async function failOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe('a backup of a store that finds what is due by an index', () => {
  it('is sound, and finds what is due where it is restored', async () => {
    const served = buildSubscription({ servedAt: '2024-03-14T08:00:00.000Z' });
    const key = subscriptionKey(served);
    const dueAt = async (storePath: string, instant: string) => {
      const store = await openStore(`sqlite:${storePath}`, { records: RECORDS });
      const found = await collect(store.records('subscriptions').due(new Date(instant)));
      await store.close();
      return found.map(([one]) => one);
    };
    const store = await openStore(`sqlite:${path}`, { records: RECORDS });
    await store.records('subscriptions').put(key, served);
    await store.close();
    expect(await dueAt(path, '2024-03-14T12:00:00Z')).not.toContain(key);
    const { manifest } = await writeBackup(path, file, { now: NOW });
    await verifyBackup(file, manifest, () => undefined);
    const restored = join(folder, 'restored.sqlite');
    await restoreBackup(file, restored, { now: NOW, forget: ['registrations'], put: [] });
    expect(await dueAt(restored, '2024-03-15T07:59:00Z')).not.toContain(key);
    expect(await dueAt(restored, '2024-03-15T08:00:00Z')).toContain(key);
    expect(readStoreFile(restored)).toMatchObject({ integrity: 'ok' });
  });
});

describe('a backup', () => {
  it('has a manifest that says what it has, and only its owner can read it', async () => {
    const { manifest, bytes } = await writeBackup(path, file, { now: NOW });
    expect(readBackup(file)).toEqual(manifest);
    expect(manifest).toMatchObject({
      schema: 1,
      engine: 'SQLite',
      madeAt: NOW.toISOString(),
      counts: { articles: 30, subscriptions: 2, editions: 2 },
    });
    expect(bytes).toBe(statSync(file).size);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await verifyBackup(file, manifest, () => undefined);
  });

  it('has the records of its store, and an identity of its own', async () => {
    await writeBackup(path, file, { now: NOW });
    const [store, copy] = [readStoreFile(path), readStoreFile(file)];
    expect(copy.entries).toEqual(store.entries);
    expect(copy.identity).not.toBe(store.identity);
  });

  it('replaces a file only if it may', async () => {
    writeFileSync(file, 'precious');
    expect(await failOf(writeBackup(path, file, { now: NOW }))).toContain('exists already');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    await writeBackup(path, file, { now: NOW, force: true });
    expect(readBackup(file).schema).toBe(1);
  });

  it.each([
    ['of no store', () => rmSync(path), 'There is no store at'],
    ['of another file', () => writeFileSync(path, 'x'.repeat(9000)), 'is not a store of Dateline'],
    ['into no folder', () => (file = join(folder, 'no', 'a.backup')), 'its folder is not there'],
    ['over a folder', () => mkdirSync(file), 'exists already'],
  ])('%s is refused with advice, and leaves nothing', async (_what, make, message) => {
    make();
    const before = readdirSync(folder);
    expect(await failOf(writeBackup(path, file, { now: NOW }))).toContain(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('of a damaged store is refused', async () => {
    damage(path);
    expect(await failOf(writeBackup(path, file, { now: NOW }))).toMatch(/damaged/);
    expect(readdirSync(folder)).toEqual(['dateline.sqlite']);
  });
});

describe('a restore', () => {
  beforeEach(async () => {
    await writeBackup(path, file, { now: NOW });
  });

  it('leaves out what is to be forgotten, and adds what is to be known', async () => {
    const before = readStoreFile(path);
    const { keptAs } = await restore({ forget: ['sources'], put: [['x:y', encodeValue(1)]] });
    const { entries } = readStoreFile(path);
    expect(entries).toEqual([
      ...before.entries.filter(([key]) => !key.startsWith('sources:')),
      ['x:y', encodeValue(1)],
    ]);
    expect(readStoreFile(keptAs!).entries).toEqual(before.entries);
    // "source-notices" begins with the same letters.
    expect(entries.map(([key]) => key).join()).toContain('source-notices:');
  });

  it('gives the store the mode of the old one', async () => {
    chmodSync(path, 0o640);
    await restore();
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('keeps each old store under a name of its own', async () => {
    const first = await restore();
    const second = await restore();
    expect(first.keptAs).not.toBe(second.keptAs);
    expect([first.keptAs, second.keptAs].every((kept) => existsSync(kept!))).toBe(true);
  });

  it('replaces what a link leads to', async () => {
    const link = join(folder, 'link.sqlite');
    symlinkSync(path, link);
    const { keptAs } = await restoreBackup(file, link, { now: NOW, forget: [], put: [] });
    expect(keptAs).toContain(`${path}.before-restore-`);
    expect(readStoreFile(link)).toMatchObject({ integrity: 'ok' });
  });

  it('is not misled by a log that is left of a store that is gone', async () => {
    const other = join(folder, 'other.sqlite');
    await runWork(CHILD, ['fill', other, '300']);
    copyFileSync(`${other}-wal`, `${path}-wal`);
    rmSync(path);
    const { entries } = readStoreFile(file);
    expect(await restore()).not.toHaveProperty('keptAs');
    expect(readStoreFile(path)).toMatchObject({ integrity: 'ok', entries });
  });

  it('replaces a store that is damaged, and keeps it', async () => {
    damage(path);
    const bytes = readFileSync(path);
    const { keptAs } = await restore();
    expect(readFileSync(keptAs!)).toEqual(bytes);
    expect(readStoreFile(path)).toMatchObject({ integrity: 'ok' });
  });

  it.each([
    ['no file', () => rmSync(file), 'There is no file'],
    ['another file', () => writeFileSync(file, 'notes'), 'is not a backup that'],
    ['a store without a manifest', () => fillCopy(file), 'is not a backup that'],
    [
      'a manifest that cannot be read',
      () => writeInto('backup_manifest', 'json', '{'),
      'is not a backup',
    ],
    ['another value', () => writeInto('entries', 'value', '{}'), 'Its checksum is not that'],
    ['a damaged page', () => damage(file), 'The backup is damaged. Use another one'],
    ['a cut end', () => cut(file), 'damaged'],
    ['a newer schema', () => raiseSchema(), `schema ${SCHEMA_VERSION + 1}; this one knows`],
  ])('of %s is refused, and the store is unchanged', async (_what, make, message) => {
    make();
    const before = readFileSync(path);
    expect(await failOf(restore())).toContain(message);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder).filter((name) => /part-|before-/.test(name))).toEqual([]);
  });

  it('over the database of another program is refused', async () => {
    rmSync(path);
    const database = new Database(path);
    database.exec('CREATE TABLE recipes (name TEXT)');
    database.close();
    expect(await failOf(restore())).toContain('is a database of another program');
  });

  it('over a store that another process uses is refused', async () => {
    const database = new Database(path);
    database.exec('PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM entries');
    expect(await failOf(restore())).toContain('is in use: a bot is running');
    database.exec('COMMIT');
    database.close();
  });

  it('cleans up after one that was killed just before it replaced the store', async () => {
    const second = `${path}.before-restore-2024-01-01T000000Z`;
    linkSync(path, second);
    await restore();
    expect(existsSync(second)).toBe(false);
  });
});

/** A store of a release, with its log switched off. */
function fillCopy(target: string): void {
  rmSync(target, { force: true });
  copyFileSync(RELEASED, target);
  const bytes = readFileSync(target);
  // The two bytes that say WAL: https://www.sqlite.org/fileformat.html
  bytes.fill(1, 18, 20);
  writeFileSync(target, bytes);
}

function damage(target: string): void {
  const bytes = readFileSync(target);
  bytes.fill(0x55, 4096 * 3, 4096 * 9);
  writeFileSync(target, bytes);
}

function cut(target: string): void {
  writeFileSync(target, readFileSync(target).subarray(0, 4096 * 12));
}

function writeInto(table: string, column: string, value: string): void {
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = DELETE');
  database.prepare(`UPDATE ${table} SET ${column} = ?`).run([value]);
  database.close();
}

function raiseSchema(): void {
  const { schema, ...manifest } = readBackup(file);
  writeInto('backup_manifest', 'json', JSON.stringify({ ...manifest, schema: SCHEMA_VERSION + 1 }));
  expect(schema).toBe(1);
}
