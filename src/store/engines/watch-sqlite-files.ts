import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { applicationId } from './application-id.ts';

/** The files of an open database. */
export interface SqliteFiles {
  /** Whether they are still those that were opened, and nothing was written over them. */
  areInPlace(): boolean;
  /** To be called once all connections to the database are closed. */
  close(): void;
}

/** The same for a database in memory, which has none. */
export const noFiles: SqliteFiles = { areInPlace: () => true, close: () => undefined };

/**
 * Watches a database's file and its log. They are known by their inodes. What was written over the file
 * itself is known by its header, because the connection goes on reading what it has in memory: SQLite never
 * counts its changes backwards, and no other store has the same mark. A file that gives space back is as long
 * as its header says.
 */
export function watchSqliteFiles(path: string): SqliteFiles {
  const names = [path, `${path}-wal`];
  const opened = names.map((name) => identify(name).id);
  const header = openHeader(path);
  let size = 0n;
  let known = header.read();
  return {
    areInPlace() {
      const knownSize = size;
      size = identify(path).size;
      if (names.some((name, at) => identify(name).id !== opened[at])) return false;
      const before = known;
      known = header.read();
      if (size < knownSize && size !== known.bytes) return false;
      // A new mark reaches the file with the next checkpoint.
      const isSame = before.mark === 0 || known.mark === before.mark;
      return known.isOurs && isSame && known.changes >= before.changes;
    },
    close: () => header.close(),
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
 * Descriptors of files by their inodes, and how many open databases use them. To close any of a process's
 * descriptors of a file gives up all locks that the process has on it, so the last user closes it.
 */
const descriptors = new Map<string, { readonly descriptor: number; users: number }>();

function openHeader(path: string): { read(): Header; close(): void } {
  const { id } = identify(path);
  const shared = descriptors.get(id) ?? { descriptor: openSync(path, 'r'), users: 0 };
  shared.users += 1;
  descriptors.set(id, shared);
  return {
    read() {
      const bytes = Buffer.alloc(HEADER_BYTES);
      readSync(shared.descriptor, bytes, 0, HEADER_BYTES, 0);
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
    },
    close() {
      shared.users -= 1;
      if (shared.users > 0) return;
      descriptors.delete(id);
      closeSync(shared.descriptor);
    },
  };
}
