import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { UserError } from '../errors.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';

/** Marks a database file as a Dateline store ("Dtln"), so that another program's is never written to. */
const applicationId = 0x44746c6e;

/** Pages are 4 KiB, the log is merged into the file off the event loop (see sqlite-log.ts). */
const settings = `
  PRAGMA busy_timeout = 0;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 0;
`;

/**
 * Opens the database file, creating it and its folder. Throws a UserError where that cannot be.
 *
 * WAL, because the bot reads while `dateline import` writes. `synchronous = NORMAL`, because a commit has
 * been handed to the operating system when it returns: a killed process loses nothing that was reported as
 * stored. Only a power cut may take the last commits (never the file's integrity); where that would matter,
 * for claims and settings, the connection's `writeDurably` waits for the disk as well. `FULL` would make
 * every batch of an import wait for the disk, on the event loop.
 */
export function openSqliteFile(path: string): Database.Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
    const database = new Database(path, { timeout: 5000 });
    refuseForeign(database, path);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(settings);
    return database;
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

function refuseForeign(database: Database.Database, path: string): void {
  const tables = readNumber(database, 'SELECT count(*) FROM sqlite_master');
  if (tables === 0 || readNumber(database, 'PRAGMA application_id') === applicationId) return;
  throw new UserError(
    'bad-config',
    `${path} is a database of another program. Point STORE_URL at another file; Dateline creates it.`,
  );
}

function readNumber(database: Database.Database, sql: string): number {
  const [value] = database.prepare(sql).raw().get([]) as [number];
  return value;
}
