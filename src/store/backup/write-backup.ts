import { existsSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import Database from 'libsql';
import AsyncDatabase from 'libsql/promise';
import { UserError } from '../../errors.ts';
import { explainSqliteError } from '../engines/explain-sqlite-error.ts';
import { quoteLiteral } from '../engines/quote-literal.ts';
import { VERSION } from '../../version.ts';
import { assertIntegrity } from './assert-integrity.ts';
import { explainFileError } from './explain-file-error.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import type { OnProgress } from './on-progress.ts';
import { readFileKind } from './read-file-kind.ts';
import { readSchemaVersion } from './read-schema-version.ts';
import { replaceIdentity } from './replace-identity.ts';
import { countEntries, sumEntries } from './sum-entries.ts';
import { finishFile, nameUnfinished, removeUnfinished } from './unfinished-file.ts';
import { watchGrowth } from './watch-growth.ts';

/** How a backup is written. */
export interface BackupOptions {
  readonly now: Date;
  /** Replaces a file of that name. Without it, such a file is refused. */
  readonly force?: boolean;
  readonly onProgress?: OnProgress;
}

/** A backup that was written and checked. */
export interface WrittenBackup {
  readonly manifest: Manifest;
  readonly bytes: number;
}

/**
 * Copies the SQLite store at `path`, which others may be writing to, into one new file. It is the store of one
 * moment: `VACUUM INTO` reads in one transaction, and in WAL mode readers and writers don't wait for each other. The
 * file gets its name only when it is complete, checked and on the disk. Throws a UserError if that fails.
 */
export async function writeBackup(
  path: string,
  file: string,
  { now, force = false, onProgress = () => undefined }: BackupOptions,
): Promise<WrittenBackup> {
  assertStore(path);
  refuseExisting(file, force);
  await removeUnfinished(file);
  const part = nameUnfinished(file);
  try {
    await createPrivately(part);
    await copyDatabase(path, part, (share) => onProgress('copy', share));
    onProgress('check', 0);
    await assertIntegrity(part, `The copy of ${path} is damaged, so the store is, or the disk.`);
    const manifest = await completeCopy(part, now, (share) => onProgress('sum', share));
    refuseExisting(file, force);
    await finishFile(part, file);
    return { manifest, bytes: statSync(file).size };
  } catch (error) {
    throw explainFileError(error, `The backup ${file}`);
  } finally {
    await rm(part, { force: true });
  }
}

function assertStore(path: string): void {
  const kind = readFileKind(path);
  if (kind === 'store' || kind === 'resting-store') return;
  throw new UserError(
    'not-found',
    kind === 'missing' || kind === 'empty'
      ? `There is no store at ${path} yet, so there is nothing to back up.`
      : `${path} is not a store of Dateline, or it is damaged.`,
  );
}

function refuseExisting(file: string, force: boolean): void {
  if (force || !existsSync(file)) return;
  throw new UserError(
    'bad-input',
    `${file} exists already. Give another name, or add --force to replace it.`,
  );
}

/** A store has what people have asked for, so only its owner may read its copies. */
async function createPrivately(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  await handle.close();
}

async function copyDatabase(
  path: string,
  part: string,
  onShare: (share: number) => void,
): Promise<void> {
  const database = new AsyncDatabase(path, {});
  try {
    await readFrom(database, path);
    const copy = () => database.exec(`VACUUM INTO ${quoteLiteral(part)}`) as Promise<unknown>;
    await watchGrowth(part, path, copy, onShare);
  } finally {
    database.close();
  }
}

/** What fails before anything is copied is the fault of the store, not of the backup: its disk may be full, for one. */
async function readFrom(database: InstanceType<typeof AsyncDatabase>, path: string): Promise<void> {
  try {
    await (database.exec('SELECT 1 FROM sqlite_master') as Promise<unknown>);
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

/** Gives a copy its manifest, and an identity of its own: what is known of the store isn't known of it. */
async function completeCopy(
  part: string,
  now: Date,
  onShare: (share: number) => void,
): Promise<Manifest> {
  const database = new Database(part);
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    replaceIdentity(database);
    const total = countEntries(database);
    const sum = await sumEntries(database, (rows) => onShare(rows / total));
    const manifest: Manifest = {
      dateline: VERSION,
      schema: readSchemaVersion(database) ?? 1,
      engine: 'SQLite',
      madeAt: now.toISOString(),
      ...sum,
    };
    writeManifest(database, manifest);
    return manifest;
  } finally {
    database.close();
  }
}
