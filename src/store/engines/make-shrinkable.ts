import { dirname, resolve } from 'node:path';
import Database from 'libsql/promise';
import { isBusy } from './explain-sqlite-error.ts';
import { quoteLiteral } from './quote-literal.ts';

/** How long the rewriting waits for another process that writes. */
const busyTimeoutMs = 15_000;

/** SQLite's number for `auto_vacuum = INCREMENTAL`: free pages are given back when somebody asks for it. */
const INCREMENTAL = 2;

/**
 * Rewrites a database file so that its free pages can be given back. It is one transaction, which a killed process
 * undoes; a file that is shrinkable already stays as it is. It runs on libsql's own thread. While it runs, the folder
 * needs room for two more copies: the temporary file, which would otherwise be in /tmp, and the log.
 */
export async function makeShrinkable(path: string): Promise<void> {
  const database = new Database(path, { timeout: busyTimeoutMs });
  try {
    if ((await readMode(database)) === INCREMENTAL) return;
    await database.exec(`PRAGMA temp_store_directory = ${quoteLiteral(dirname(resolve(path)))}`);
    await database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    await database.exec('VACUUM');
  } catch (error) {
    // Another process may have been at the same.
    if (!isBusy(error) || (await readMode(database)) !== INCREMENTAL) throw error;
  } finally {
    // It is a setting of the whole process.
    await database.exec("PRAGMA temp_store_directory = ''");
    database.close();
  }
}

async function readMode(database: Database): Promise<number> {
  const statement = (await database.prepare('PRAGMA auto_vacuum')) as {
    raw(): { get(values: readonly unknown[]): readonly [number] };
  };
  const [mode] = statement.raw().get([]);
  return mode;
}
