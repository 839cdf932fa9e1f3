import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';

/** What a SQLite store's file has, read without the code under test. */
export interface StoreFile {
  readonly schema: number;
  /** "ok", or what is wrong with the file. */
  readonly integrity: unknown;
  /** 2 if its free pages can be given back. */
  readonly autoVacuum: unknown;
  readonly freePages: unknown;
  readonly identity: string;
  /** All records but the store's own, in order of their keys. */
  readonly entries: readonly (readonly [key: string, value: string])[];
}

/**
 * Reads a store's file, with its log if there is one, from copies of both: libsql keeps a file open, and locked, for
 * a while after it was closed.
 */
export function readStoreFile(path: string): StoreFile {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-read-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    return readCopy(copy);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readCopy(path: string): StoreFile {
  const database = new Database(path);
  const first = (sql: string): unknown => (database.prepare(sql).raw().get([]) as unknown[])[0];
  const own = (key: string): unknown =>
    (
      JSON.parse(String(first(`SELECT value FROM entries WHERE key = 'schema:${key}'`))) as {
        value: unknown;
      }
    ).value;
  const rows = database
    .prepare("SELECT key, value FROM entries WHERE key NOT LIKE 'schema:%' ORDER BY key")
    .raw()
    .all([]) as [string, string][];
  const found = {
    schema: Number(own('version')),
    identity: String(own('identity')),
    integrity: first('PRAGMA integrity_check'),
    autoVacuum: first('PRAGMA auto_vacuum'),
    freePages: first('PRAGMA freelist_count'),
    entries: rows,
  };
  database.close();
  return found;
}
