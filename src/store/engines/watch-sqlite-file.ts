import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'libsql';

/** The length of the header that says how many pages a database file has. */
const HEADER_BYTES = 100;

/**
 * Creates a function that says whether a database's file and its log are still those that were opened. A file that
 * is shorter than before was compacted, by any process, or overwritten. `identify` reads what only this database
 * has: it is asked on the connection in use and, of a shorter file, on a fresh one, which has nothing in its cache.
 */
export function watchSqliteFile(
  path: string,
  database: Database.Database,
  identify: (database: Database.Database) => unknown,
): () => boolean {
  const names = [path, `${path}-wal`];
  const opened = names.map((name) => stateOf(name).id);
  let size = 0;
  return () => {
    if (names.some((name, at) => stateOf(name).id !== opened[at])) return false;
    const known = size;
    size = stateOf(path).size;
    return size >= known || isCompacted(path, size, identify(database), identify);
  };
}

/** Whether a file that has become shorter is whole, and has the same identity. */
function isCompacted(
  path: string,
  size: number,
  identity: unknown,
  identify: (database: Database.Database) => unknown,
): boolean {
  if (size === 0 || readLength(path) !== size) return false;
  const fresh = new Database(path, {});
  try {
    return identify(fresh) === identity;
  } catch {
    return false;
  } finally {
    fresh.close();
  }
}

/** The length in bytes that a database's header gives: pages times their size. */
function readLength(path: string): number {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  const pageSize = header.readUInt16BE(16);
  // The largest size does not fit into the field.
  return header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

function stateOf(path: string): { readonly id: string; readonly size: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return { id: `${found?.dev}:${found?.ino}`, size: found?.size ?? 0 };
}
