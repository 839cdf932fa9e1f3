import { open, type FileHandle } from 'node:fs/promises';
import Database from 'libsql/promise';
import { compactSqlite } from './sqlite-compaction.ts';

/** Writes between two checkpoints; 32 batches of articles are about 15 MB of log. */
const writesPerCheckpoint = 32;

/** Care for the write-ahead log of one database file, with every wait for the disk off the event loop. */
export interface SqliteLog {
  /** To be awaited after each write: merges the log into the database now and then. */
  afterWrite(): Promise<void>;
  /** Resolves once every commit so far would outlive a power cut. */
  sync(): Promise<void>;
  /** Gives free pages back to the disk, and shortens the log to nothing if nobody reads it at that moment. */
  compact(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Creates the log's care. SQLite itself would checkpoint inside a commit, on the event loop, and wait for the
 * disk there; a second connection does it on libsql's own thread. A checkpoint that cannot run now (another
 * process is at it) is not an error: the next one catches up.
 */
export function createSqliteLog(path: string): SqliteLog {
  const database = new Database(path, {});
  let writes = 0;
  let handle: Promise<FileHandle> | undefined;

  return {
    async afterWrite() {
      writes += 1;
      if (writes % writesPerCheckpoint === 0) await checkpoint('PASSIVE');
    },
    async sync() {
      // Of several that wait at once, one opens it.
      handle ??= open(`${path}-wal`, 'r+').catch((error: unknown) => {
        // Tried again at the next write: a disk may be read-only for a while.
        handle = undefined;
        throw error;
      });
      await (await handle).datasync();
    },
    async compact(signal) {
      await compactSqlite(database, signal);
      await checkpoint('TRUNCATE');
    },
    async close() {
      await (await handle?.catch(() => undefined))?.close();
      await checkpoint('TRUNCATE');
      database.close();
    },
  };

  async function checkpoint(mode: 'PASSIVE' | 'TRUNCATE'): Promise<void> {
    await database.exec(`PRAGMA wal_checkpoint(${mode})`).catch(() => undefined);
  }
}

/** The same for a database in memory, which has no log. */
export const noLog: SqliteLog = {
  afterWrite: () => Promise.resolve(),
  sync: () => Promise.resolve(),
  compact: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
