import { closeSync, openSync, readSync } from 'node:fs';
import { applicationId } from '../engines/application-id.ts';

/**
 * What a file is, by its first bytes. A store that a bot uses or has used is a `store`; a backup, which nobody writes
 * to, is a `resting-store`, as is a store that a restore has put aside.
 */
export type FileKind =
  | 'missing'
  | 'empty'
  | 'store'
  | 'resting-store'
  | 'foreign-database'
  | 'other';

/** https://www.sqlite.org/fileformat.html#the_database_header: the beginning of every file, a mark of WAL mode, the program's mark. */
const MAGIC = 'SQLite format 3\0';
const WRITE_VERSION_OFFSET = 18;
const WAL = 2;
const MARK_OFFSET = 68;
const HEADER_BYTES = 100;

/** Reads what a file is, without opening it as a database, which could change it or what is beside it. */
export function readFileKind(path: string): FileKind {
  const header = readHeader(path);
  if (header === undefined) return 'missing';
  if (header.length === 0) return 'empty';
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return 'other';
  }
  if (header.readUInt32BE(MARK_OFFSET) !== applicationId) return 'foreign-database';
  return header[WRITE_VERSION_OFFSET] === WAL ? 'store' : 'resting-store';
}

function readHeader(path: string): Buffer | undefined {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
