import { UserError } from '../errors.ts';

/** Whether another connection is writing: the same call will work a moment later. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** What went wrong with the database at `path` and what to do, or the error itself where it is a bug. */
export function explainSqliteError(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error;
  const code = codeOf(error);
  const advice = adviceFor(code, path);
  if (advice === undefined) return error;
  return new UserError('not-available', advice, { cause: error });
}

function adviceFor(code: string, path: string): string | undefined {
  if (isBusy({ code })) {
    return `The store ${path} is busy: another process has been writing to it for too long. Try again when it has finished.`;
  }
  switch (code) {
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return `The disk is full: nothing more can be stored in ${path}. Free some space and try again; what was reported as stored is safe.`;
    case 'SQLITE_NOTADB':
      return `${path} is not a database. Move the file away or point STORE_URL at another one; Dateline creates it.`;
    case 'SQLITE_CORRUPT':
      return `The store ${path} is damaged. Restore it from a backup, or move it away and import the articles again.`;
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_PERM':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The store ${path} cannot be opened for writing. Check that its folder may be written to and that it is a file.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `The store ${path} cannot be created: a part of its path is a file, not a folder. Correct STORE_URL.`;
    case 'SQLITE_IOERR':
      return `The disk under ${path} reports an error. Check the disk, then try again.`;
    default:
      return undefined;
  }
}

/** libsql names the code of a failed open only inside the message: "…: 14". */
function codeOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && code !== '') return code.replace(/^(SQLITE_[A-Z]+)_.*/, '$1');
  return String(message).includes('Unable to open connection') ? 'SQLITE_CANTOPEN' : '';
}
