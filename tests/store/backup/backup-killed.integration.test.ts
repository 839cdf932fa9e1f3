import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeValue } from '../../../src/store/engines/stored-value.ts';
import { SCHEMA_VERSION } from '../../../src/store/migrations/migrations.ts';
import { readBackup, verifyBackup } from '../../../src/store/backup/verify-backup.ts';
import { buildManyArticles } from '../../support/build-many-articles.ts';
import { runWork } from '../../support/kill-in-work.ts';
import { createRandom } from '../../support/random.ts';
import { readStoreFile, type StoreFile } from '../../support/read-store-file.ts';
import { TEST_SEED } from '../../support/test-seed.ts';

const CHILD = join(import.meta.dirname, 'backup-child.ts');
const RELEASED = join(import.meta.dirname, '../released/0.1.0.sqlite');
const ARTICLES = 1_000;
const NOW = new Date('2024-03-14T12:00:00Z');

/** When each of the ten is killed, as a share of the time that the work takes. */
const random = createRandom(TEST_SEED);
const KILLS = Array.from({ length: 10 }, (_, at) => ({
  number: at + 1,
  share: Number(random().toFixed(3)),
}));

let folder: string;
let path: string;
let file: string;
/** How often the work was not at its end when it was killed. */
let killed: number;
/** How long the work takes, in milliseconds. */
let fullMs: number;

function setUp(): void {
  folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
  path = join(folder, 'dateline.sqlite');
  file = join(folder, 'daily.backup');
  killed = 0;
}
const tearDown = (): void => rmSync(folder, { recursive: true });

describe(`a backup that is killed (TEST_SEED=${TEST_SEED})`, () => {
  let store: StoreFile;
  beforeAll(async () => {
    setUp();
    await fillStore();
    fullMs = await measure('backup', path, file);
    store = readStoreFile(path);
  });
  afterAll(tearDown);

  it.each(KILLS)(
    'at $share of its time leaves the store and the last backup as they were ($number)',
    async ({ share }) => {
      await kill(share, 'backup', path, file);
      await verifyBackup(file, readBackup(file), () => undefined);
      expect(readStoreFile(file).entries).toEqual(store.entries);
      expect(readStoreFile(path)).toEqual(store);
    },
  );

  it('is cleaned up after by the next one', async () => {
    expect(killed).toBeGreaterThan(0);
    expect(await runWork(CHILD, ['backup', path, file])).toMatchObject({ err: '' });
    expect(listUnfinished()).toEqual([]);
  });
});

describe(`a restore that is killed (TEST_SEED=${TEST_SEED})`, () => {
  let restored: StoreFile['entries'];
  beforeAll(async () => {
    setUp();
    await fillStore();
    await measure('backup', path, file);
    restored = readStoreFile(file).entries;
    fullMs = await measure('restore', join(folder, 'trial.sqlite'), file);
  });
  afterAll(tearDown);

  it.each(KILLS)(
    'at $share of its time leaves the old store or the new one ($number)',
    async ({ number, share }) => {
      // Killed itself, so that its last writes are in a log that is not the new store's.
      await runWork(CHILD, ['fill', path, String(ARTICLES + number)]);
      expect(existsSync(`${path}-wal`)).toBe(true);
      const old = readStoreFile(path).entries;
      expect(old.length).toBeGreaterThan(restored.length);

      await kill(share, 'restore', path, file);
      const found = readStoreFile(path);
      expect(found).toMatchObject({ schema: SCHEMA_VERSION, integrity: 'ok' });
      expect(found.entries).toEqual(found.entries.length === old.length ? old : restored);
      expect(await runWork(CHILD, ['open', path])).toMatchObject({ err: '' });
      expect(readStoreFile(path).entries).toEqual(found.entries);
    },
  );

  it('is completed by the next one, which keeps the old store', async () => {
    expect(killed).toBeGreaterThan(0);
    await runWork(CHILD, ['fill', path, String(ARTICLES + 20)]);
    const old = readStoreFile(path).entries;
    const before = new Set(listKept());
    expect(await runWork(CHILD, ['restore', path, file])).toMatchObject({ err: '' });
    expect(readStoreFile(path).entries).toEqual(restored);
    expect(listUnfinished()).toEqual([]);
    const [kept, ...others] = listKept().filter((name) => !before.has(name));
    expect(others).toEqual([]);
    expect(readStoreFile(join(folder, kept!))).toMatchObject({ integrity: 'ok', entries: old });
  });
});

describe(`a migration that is killed (TEST_SEED=${TEST_SEED})`, () => {
  let old: string;
  let entries: StoreFile['entries'];
  const renew = (): void => {
    for (const name of readdirSync(folder)) {
      if (name.startsWith('dateline.sqlite')) rmSync(join(folder, name));
    }
    copyFileSync(old, path);
  };
  beforeAll(async () => {
    setUp();
    old = join(folder, 'old.sqlite');
    copyFileSync(RELEASED, old);
    growReleased(old);
    ({ entries } = readStoreFile(old));
    renew();
    fullMs = await measure('open', path);
  });
  afterAll(tearDown);

  it.each(KILLS)(
    'at $share of its time loses nothing, and the next opening completes it ($number)',
    async ({ share }) => {
      renew();
      await kill(share, 'open', path);
      const found = readStoreFile(path);
      expect(found).toMatchObject({ integrity: 'ok', entries });
      expect([1, SCHEMA_VERSION]).toContain(found.schema);

      expect(await runWork(CHILD, ['open', path])).toMatchObject({ err: '' });
      const mended = { integrity: 'ok', autoVacuum: 2, schema: SCHEMA_VERSION, entries };
      expect(readStoreFile(path)).toMatchObject(mended);
      const [backup, ...others] = readdirSync(folder).filter((name) => name.endsWith('.backup'));
      expect(others).toEqual([]);
      await verifyBackup(join(folder, backup!), readBackup(join(folder, backup!)), () => undefined);
      expect(readStoreFile(join(folder, backup!))).toMatchObject({ schema: 1, entries });
      expect(listUnfinished()).toEqual([]);
    },
  );

  it('was not at its end each time', () => {
    expect(killed).toBeGreaterThan(0);
  });
});

/** Runs the work to its end. Returns how long it took. */
async function measure(...values: readonly string[]): Promise<number> {
  const { ms, err } = await runWork(CHILD, values);
  expect(err).toBe('');
  return ms!;
}

async function kill(share: number, ...values: readonly string[]): Promise<void> {
  const { ms, err } = await runWork(CHILD, values, share * fullMs);
  expect(err).toBe('');
  if (ms === undefined) killed += 1;
}

/** In another process, since libsql keeps the files that this one has closed open for a while. */
async function fillStore(): Promise<void> {
  expect(await runWork(CHILD, ['fill', path, String(ARTICLES)])).toMatchObject({ err: '' });
}

/** Makes the small store of a release large enough that its migration takes a while. */
function growReleased(released: string): void {
  const database = new Database(released);
  const insert = database.prepare('INSERT INTO entries (key, value) VALUES (?, ?)');
  const times = { firstSeenAt: NOW.toISOString(), updatedAt: NOW.toISOString() };
  database.exec('BEGIN');
  for (const article of buildManyArticles(ARTICLES)) {
    insert.run([`articles:${article.id}`, encodeValue({ ...article, ...times })]);
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function listUnfinished(): string[] {
  return readdirSync(folder).filter((name) => name.includes('.part-'));
}

function listKept(): string[] {
  return readdirSync(folder).filter((name) => name.includes('.before-restore-'));
}
