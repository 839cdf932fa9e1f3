import Database from 'libsql';
import { UserError } from '../../errors.ts';
import { kindOf } from '../engines/explain-sqlite-error.ts';

/** A store's file that no other process can use, until it is released or this process ends. */
export interface StoreLock {
  release(): void;
}

/** How long to wait, blocking, for another command that is about to end. */
const timeoutMs = 2_000;

/**
 * Takes the file of a store for this process alone, with everything that its log holds in it. A process that has the
 * store open holds a shared lock of the operating system on the file, which ends with the process, however it ends. So
 * leaving WAL mode, which needs the file alone, tells whether a bot is running, whatever its version. Undefined if
 * the file is damaged: then nobody can know. Throws a UserError if the store is in use.
 */
export function lockStoreFile(path: string): StoreLock | undefined {
  const database = new Database(path, { timeout: timeoutMs });
  try {
    // No prepared statement: libsql would keep the file open, and locked, after closing.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    const kind = kindOf(error);
    if (kind === 'NOTADB' || kind === 'CORRUPT') return undefined;
    if (kind !== 'BUSY') throw error;
    throw new UserError(
      'not-available',
      `The store ${path} is in use: a bot is running, or another command. Stop it, then try again.`,
      { cause: error },
    );
  }
}
