import { randomInt } from 'node:crypto';
import { statSync } from 'node:fs';
import Database from 'libsql';
import { UserError } from '../../errors.ts';
import { applicationId } from './application-id.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { giveToFolderOwner } from '../give-to-folder-owner.ts';
import { makeFolderOf } from './make-folder-of.ts';
import { createTable } from './sqlite-table.ts';

/** How long opening waits, blocking, for another process that writes. Afterwards nothing blocks. */
const openTimeoutMs = 5_000;

/**
 * Opens the database file, creating it and its folder. Throws a UserError if that fails.
 *
 * WAL, because the bot reads while `dateline import` writes. `synchronous = NORMAL`, because a commit has
 * been handed to the operating system when it returns: a killed process loses nothing that was reported
 * as stored. Only a power cut may take the last commits (never the file's integrity). If that would
 * matter, for claims and settings, the connection's `writeDurably` waits for the disk as well. `FULL`
 * would make every batch of an import wait for the disk, on the event loop. So would SQLite's own
 * checkpoints and waits for a lock: sqlite-log.ts and sqlite-connection.ts do both without holding it.
 */
export function openSqliteFile(path: string): Database.Database {
  try {
    if (path !== ':memory:') makeFolderOf(path);
    const before = identify(path);
    const database = new Database(path, { timeout: openTimeoutMs });
    claimFile(database, path);
    if (before !== undefined && identify(path) !== before) {
      // A restore replaced the file while this process waited for it. What it has open is the old store.
      database.close();
      return openSqliteFile(path);
    }
    if (before === undefined && path !== ':memory:') giveToFolderOwner(path);
    markFile(database);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec(createTable);
    database.prepare('DELETE FROM entries WHERE expires <= ?').run([Date.now()]);
    database.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 0');
    return database;
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

function identify(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

/** The tables are looked at before the mark: a process that opens the same new file marks it first. */
function claimFile(database: Database.Database, path: string): void {
  const isEmpty = readNumber(database, 'SELECT count(*) FROM sqlite_master') === 0;
  if (readNumber(database, 'PRAGMA application_id') === applicationId) return;
  if (isEmpty) {
    // Only before the first write can a file be made shrinkable without rewriting it.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    database.exec(`PRAGMA application_id = ${applicationId}`);
    return;
  }
  throw new UserError(
    'bad-config',
    `${path} is a database of another program. Point STORE_URL at another file; Dateline creates it.`,
  );
}

/**
 * Gives a file a number of its own, by which it is told from another store that was copied over it: SQLite's
 * user version, which it keeps in the file's header and doesn't use. Two processes that open the file at once agree.
 */
function markFile(database: Database.Database): void {
  if (readNumber(database, 'PRAGMA user_version') !== 0) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    if (readNumber(database, 'PRAGMA user_version') === 0) {
      database.exec(`PRAGMA user_version = ${randomInt(1, 2 ** 31)}`);
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function readNumber(database: Database.Database, sql: string): number {
  const [value] = database.prepare(sql).raw().get([]) as [number];
  return value;
}
