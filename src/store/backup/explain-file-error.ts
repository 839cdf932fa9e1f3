import { UserError } from '../../errors.ts';
import { kindOf } from '../engines/explain-sqlite-error.ts';

/**
 * What went wrong with a file that is written and what to do; the error itself if it is a bug. `what` begins the
 * sentence, as in "The backup /backups/monday.backup".
 */
export function explainFileError(error: unknown, what: string): unknown {
  if (error instanceof UserError) return error;
  const advice = adviceFor(kindOf(error), what);
  return advice === undefined ? error : new UserError('not-available', advice, { cause: error });
}

function adviceFor(kind: string, what: string): string | undefined {
  switch (kind) {
    case 'FULL':
    case 'ENOSPC':
    case 'EDQUOT':
      return `${what} could not be written, because the disk is full. Free some space and try again; what was there before is unchanged.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `${what} cannot be written, because its folder is not there. Create the folder or correct the path.`;
    case 'READONLY':
    case 'CANTOPEN':
    case 'PERM':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${what} cannot be written. Check that its folder may be written to.`;
    case 'NOTADB':
    case 'CORRUPT':
      return `${what} could not be completed, because what it was read from is damaged.`;
    case 'BUSY':
      return `${what} could not be completed, because another process is using the same file. Try again when it has finished.`;
    case 'IOERR':
    case 'EIO':
      return `${what} could not be completed: the disk reports an error. Check the disk, then try again.`;
    default:
      return undefined;
  }
}
