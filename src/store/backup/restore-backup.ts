import { existsSync, realpathSync, statSync } from 'node:fs';
import { chmod, chown, constants, copyFile, link, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'libsql';
import { UserError } from '../../errors.ts';
import type { Row } from '../engines/engine.ts';
import { makeFolderOf } from '../engines/make-folder-of.ts';
import { explainFileError } from './explain-file-error.ts';
import { lockStoreFile, type StoreLock } from './lock-store-file.ts';
import { removeManifest, type Manifest } from './manifest.ts';
import type { OnProgress } from './on-progress.ts';
import { readFileKind } from './read-file-kind.ts';
import { replaceIdentity } from './replace-identity.ts';
import { stampTime } from './stamp-time.ts';
import { finishFile, nameUnfinished, removeUnfinished } from './unfinished-file.ts';
import { readBackup, verifyBackup } from './verify-backup.ts';
import { watchGrowth } from './watch-growth.ts';

/** How a backup is restored. */
export interface RestoreOptions {
  readonly now: Date;
  /** Namespaces whose records are left out, because they say what is true elsewhere. */
  readonly forget: readonly string[];
  /** Raw rows that the restored store gets in addition. */
  readonly put: readonly Row[];
  readonly onProgress?: OnProgress;
}

/** A store that was restored. */
export interface RestoredStore {
  readonly manifest: Manifest;
  /** Where the store is that was there before, if there was one. */
  readonly keptAs?: string;
}

/** What follows the store's name in that of one that was replaced; then comes when. */
const KEPT = '.before-restore-';

/**
 * Puts a backup in the place of the SQLite store at `path`. Everything is copied and checked beside it first; then one
 * renaming replaces the old store, which is kept. Whatever is killed in between leaves the old store or the new one.
 * Throws a UserError if the backup isn't sound or the store is in use; then the store is unchanged.
 */
export async function restoreBackup(
  file: string,
  path: string,
  options: RestoreOptions,
): Promise<RestoredStore> {
  const { now, onProgress = () => undefined } = options;
  const manifest = readBackup(file);
  const target = existsSync(path) ? realpathSync(path) : path;
  const part = nameUnfinished(target);
  let lock: StoreLock | undefined;
  try {
    makeFolderOf(target);
    lock = lockTarget(target);
    await removeUnfinished(target);
    await removeSecondNames(target);
    await watchGrowth(
      part,
      file,
      () => copyFile(file, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE),
      (share) => onProgress('copy', share),
    );
    // The copy is checked, so that what the disk has made of it is known too.
    await verifyBackup(part, manifest, onProgress);
    prepareStore(part, options);
    await giveOwner(part, target);
    const keptAs = await keepOld(target, now);
    await finishFile(part, target);
    return { manifest, ...(keptAs !== undefined && { keptAs }) };
  } catch (error) {
    throw explainFileError(error, `The store ${path}`);
  } finally {
    lock?.release();
    await rm(part, { force: true });
  }
}

/** Undefined if there is no store, or one that is damaged. */
function lockTarget(target: string): StoreLock | undefined {
  const kind = readFileKind(target);
  if (kind === 'foreign-database') {
    throw new UserError(
      'bad-config',
      `${target} is a database of another program. Point STORE_URL at another file.`,
    );
  }
  return kind === 'store' || kind === 'resting-store' ? lockStoreFile(target) : undefined;
}

/** Makes a store of a backup: another identity, and what is different from now on. */
function prepareStore(part: string, { forget, put }: RestoreOptions): void {
  const database = new Database(part);
  try {
    // Nobody has this file yet, so it needs no log; it is written to the disk as a whole.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    removeManifest(database);
    replaceIdentity(database);
    const remove = database.prepare('DELETE FROM entries WHERE key >= ? AND key < ?');
    for (const namespace of forget) remove.run([`${namespace}:`, `${namespace};`]);
    const insert = database.prepare('INSERT OR REPLACE INTO entries (key, value) VALUES (?, ?)');
    for (const [key, value] of put) insert.run([key, value]);
  } finally {
    database.close();
  }
}

/** Users who could use the old store, or its folder, can use the new one, even if the administrator restores it. */
async function giveOwner(part: string, target: string): Promise<void> {
  const old = statSync(target, { throwIfNoEntry: false });
  if (old) await chmod(part, old.mode);
  const { uid, gid } = old ?? statSync(dirname(target));
  if (process.getuid?.() === 0) await chown(part, uid, gid);
}

/**
 * Gives the old store a second name, so that it is there under the first one until the new one is. A log that is still
 * there belongs to it: SQLite would apply it to the new store. A sound store has none at this point.
 */
async function keepOld(target: string, now: Date): Promise<string | undefined> {
  const kept = findFree(`${target}${KEPT}${stampTime(now)}`);
  const isThere = (statSync(target, { throwIfNoEntry: false })?.size ?? 0) > 0;
  // Not every file system can give a file two names.
  if (isThere) await link(target, kept).catch(() => copyFile(target, kept));
  const log = `${target}-wal`;
  if (existsSync(log)) await rename(log, `${kept}-wal`);
  await rm(`${target}-shm`, { force: true });
  return isThere ? kept : undefined;
}

/** A restore that was killed just before the renaming left a second name of the store that is still there. */
async function removeSecondNames(target: string): Promise<void> {
  const own = statSync(target, { throwIfNoEntry: false })?.ino;
  const folder = dirname(resolve(target));
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(target)}${KEPT}`)) continue;
    const path = join(folder, name);
    if (statSync(path).ino === own) await rm(path);
  }
}

function findFree(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
