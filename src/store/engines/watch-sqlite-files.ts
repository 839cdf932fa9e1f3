import { openSync, readSync, statSync } from 'node:fs';
import { applicationId } from './application-id.ts';

/** The files of an open database. */
export interface SqliteFiles {
  /** Whether they are still those that were opened, and nothing was written over them. */
  areInPlace(): boolean;
}

/** The same for a database in memory, which has none. */
export const noFiles: SqliteFiles = { areInPlace: () => true };

/**
 * Watches a database's file and its log. They are known by their inodes. What was written over the file
 * itself is known by its header, because the connection goes on reading what it has in memory: SQLite never
 * counts its changes backwards, and no other store has the same mark. A file that gives space back is as long
 * as its header says.
 */
export function watchSqliteFiles(path: string): SqliteFiles {
  const names = [path, `${path}-wal`];
  const opened = names.map((name) => identify(name).id);
  const readHeader = openHeader(path);
  let size = 0n;
  let known = readHeader();
  return {
    areInPlace() {
      const knownSize = size;
      size = identify(path).size;
      if (names.some((name, at) => identify(name).id !== opened[at])) return false;
      const before = known;
      known = readHeader();
      if (size < knownSize && size !== known.bytes) return false;
      // A new mark reaches the file with the next checkpoint.
      const isSame = before.mark === 0 || known.mark === before.mark;
      return known.isOurs && isSame && known.changes >= before.changes;
    },
  };
}

function identify(path: string): { readonly id: string; readonly size: bigint } {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return { id: `${found?.dev}:${found?.ino}`, size: found?.size ?? 0n };
}

/** What the file itself says, without what is still in the log only. */
interface Header {
  readonly isOurs: boolean;
  /** The number that the store was given, or 0 if it is not in the file yet. */
  readonly mark: number;
  readonly changes: number;
  /** The length of the file. */
  readonly bytes: bigint;
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** Where the header has what, as https://sqlite.org/fileformat.html says. */
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const MARK_AT = 60;
const APPLICATION_AT = 68;

/**
 * Descriptors of files by their inodes. They are never closed: to close any of a process's descriptors of a file gives
 * up all locks that the process has on it, and libsql keeps a closed database open for a while. Another process would
 * then take itself for the only one, and delete the log.
 */
const descriptors = new Map<string, number>();

/** Creates a function that reads the header of a file. */
function openHeader(path: string): () => Header {
  const { id } = identify(path);
  const descriptor = descriptors.get(id) ?? openSync(path, 'r');
  descriptors.set(id, descriptor);
  return () => {
    const bytes = Buffer.alloc(HEADER_BYTES);
    readSync(descriptor, bytes, 0, HEADER_BYTES, 0);
    const isOurs =
      bytes.toString('latin1', 0, MAGIC.length) === MAGIC &&
      bytes.readUInt32BE(APPLICATION_AT) === applicationId;
    const pageSize = bytes.readUInt16BE(PAGE_SIZE_AT);
    return {
      isOurs,
      mark: bytes.readUInt32BE(MARK_AT),
      changes: bytes.readUInt32BE(CHANGES_AT),
      // The largest size does not fit into the field.
      bytes: BigInt(bytes.readUInt32BE(PAGES_AT)) * BigInt(pageSize === 1 ? 65_536 : pageSize),
    };
  };
}
