import { accessSync, constants, statfsSync } from 'node:fs';
import { UserError } from '../../errors.ts';
import { buildStoreError, type WriteFaultReason } from '../store-fault.ts';

/** Whether another connection is writing: the same call will work a moment later. */
export function isBusy(error: unknown): boolean {
  return kindOf(error) === 'BUSY';
}

/** What went wrong with the database at `path` and what to do, or the error itself if it is a bug. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error;
  const isEmptied = /no such table/.test(String((error as { message?: unknown }).message));
  const code = isEmptied ? 'EMPTIED' : findCause(kindOf(error), path);
  const advice = adviceFor(code, path);
  return advice === undefined ? error : buildStoreError(advice, REASONS.get(code), error);
}

/** The codes after which the store can still be read. */
const REASONS: ReadonlyMap<string, WriteFaultReason> = new Map([
  ['FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['READONLY', 'read-only'],
  ['PERM', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['IOERR', 'failing'],
  ['EIO', 'failing'],
]);

/** SQLite calls every refused write but one an input/output error. The file system says more. */
function findCause(code: string, path: string): string {
  if (code !== 'IOERR' || path === ':memory:') return code;
  try {
    const { blocks, bavail } = statfsSync(path);
    if (blocks > 0 && bavail === 0) return 'FULL';
    for (const name of [path, `${path}-wal`]) accessSync(name, constants.W_OK);
    return code;
  } catch (error) {
    const { code: found = '' } = error as NodeJS.ErrnoException;
    return REASONS.has(found) ? found : code;
  }
}

function adviceFor(code: string, path: string): string | undefined {
  switch (code) {
    case 'BUSY':
      return `The store ${path} is busy: another process has been writing to it for too long. Try again when it has finished.`;
    case 'EMPTIED':
      return `The store ${path} was emptied while it was in use, so nothing can be stored any more. Restore it from a backup if there is one, and start again.`;
    case 'FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: nothing more can be stored in ${path}. Free some space and try again; what was reported as stored is safe.`;
    case 'NOTADB':
      return `${path} is not a database. Move the file away or point STORE_URL at another one; Dateline creates it.`;
    case 'CORRUPT':
      return `The store ${path} is damaged. Restore it from a backup, or move it away and import the articles again.`;
    case 'CANTOPEN':
      return `The store ${path} cannot be opened for writing. Check that it is a file, and that it and its folder may be written to.`;
    case 'READONLY':
    case 'PERM':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The store ${path} is read-only. Check that it and its folder may be written to, and that its disk is mounted for writing.`;
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return `The store ${path} cannot be created: a part of its path is a file, not a folder, or is not there. Correct STORE_URL.`;
    case 'IOERR':
    case 'EIO':
      return `The disk under ${path} is read-only or reports an error. Check the disk, then try again.`;
    default:
      return undefined;
  }
}

/** https://www.sqlite.org/rescode.html: the low byte is the kind, the rest only its variety. */
const kinds = new Map([
  [3, 'PERM'],
  [5, 'BUSY'],
  [6, 'BUSY'], // a table that is locked
  [8, 'READONLY'],
  [10, 'IOERR'],
  [11, 'CORRUPT'],
  [13, 'FULL'],
  [14, 'CANTOPEN'],
  [26, 'NOTADB'],
]);

/**
 * The kind of an error of SQLite or Node, such as FULL or ENOSPC; "" if it is neither. libsql names few of the
 * varieties, and gives the number of a failed open only at its message's end.
 */
export function kindOf(error: unknown): string {
  const { code, rawCode, message } = error as {
    code?: unknown;
    rawCode?: unknown;
    message?: unknown;
  };
  const failedOpen = /Unable to open connection .*: (\d+)"\)$/s.exec(String(message))?.[1];
  const number = typeof rawCode === 'number' ? rawCode : Number(failedOpen);
  return kinds.get(number & 0xff) ?? (typeof code === 'string' ? code : '');
}
