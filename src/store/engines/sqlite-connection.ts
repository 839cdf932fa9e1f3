import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'libsql';
import { isBusy } from './explain-sqlite-error.ts';
import { openSqliteFile } from './open-sqlite-file.ts';
import { createSqliteLog, noLog } from './sqlite-log.ts';
import { createSqliteTable, type SqliteTable } from './sqlite-table.ts';
import { noFiles, watchSqliteFiles } from './watch-sqlite-files.ts';

/** How long a write waits for other processes before it gives up. */
const busyTimeoutMs = 15_000;

/** An open SQLite database. Its statements are synchronous; what waits, waits off the event loop. */
export interface SqliteConnection {
  readonly path: string;
  /** Runs statements that only read. */
  read<T>(work: (table: SqliteTable) => T): Promise<T>;
  /** Runs statements in one transaction, all or nothing; a killed process does not undo it. */
  write<T>(work: (table: SqliteTable) => T): Promise<T>;
  /** The same, and a power cut does not undo it either. */
  writeDurably<T>(work: (table: SqliteTable) => T): Promise<T>;
  /** Whether its files are still those that were opened. Deleted files can be written to, but are lost. */
  isInPlace(): boolean;
  /** The size of its files, or of what is in memory. */
  measureBytes(): Promise<number>;
  /** Gives the space of removed rows back to the disk, in small steps. */
  compact(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database at `path`, or one that goes with the process for ":memory:". Throws UserErrors. */
export function openSqliteConnection(
  path: string,
  database = openSqliteFile(path),
): SqliteConnection {
  const table = createSqliteTable(database, Date.now);
  const log = path === ':memory:' ? noLog : createSqliteLog(path);
  const files = path === ':memory:' ? noFiles : watchSqliteFiles(path);

  const connection: SqliteConnection = {
    path,
    read: (work) => whenFree(() => work(table)),
    async write(work) {
      const result = await whenFree(() => inTransaction(() => work(table)));
      await log.afterWrite();
      return result;
    },
    async writeDurably(work) {
      const result = await connection.write(work);
      await log.sync();
      return result;
    },
    measureBytes: async () =>
      path === ':memory:' ? readMemorySize(database) : await readFileSizes(path),
    compact: (signal) => log.compact(signal),
    isInPlace: () => files.areInPlace(),
    async close() {
      if (!database.open) return;
      await log.close();
      database.close();
    },
  };
  return connection;

  function inTransaction<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already rolled back by itself.
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** The database, its write-ahead log and the index of that. */
async function readFileSizes(path: string): Promise<number> {
  const sizes = await Promise.all(
    ['', '-wal', '-shm'].map((suffix) =>
      stat(path + suffix).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function readMemorySize(database: Database.Database): number {
  const read = (pragma: string): number =>
    (database.prepare(`PRAGMA ${pragma}`).raw().get([]) as [number])[0];
  return read('page_count') * read('page_size');
}

/** Runs `work` again while another process writes: SQLite's own waiting would hold the event loop. */
async function whenFree<T>(work: () => T): Promise<T> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 32)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
    }
    await sleep(waitMs);
  }
}
