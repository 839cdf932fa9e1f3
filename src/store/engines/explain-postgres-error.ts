import { UserError } from '../../errors.ts';
import { buildStoreError, type WriteFaultReason } from '../store-fault.ts';

/** What went wrong with the server at `url` and what to do, or the error itself if it is a bug. */
export function explainPostgresError(error: unknown, url: URL): unknown {
  if (error instanceof UserError) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const advice = adviceFor(String(code), String(message), url);
  return advice === undefined ? error : buildStoreError(advice, REASONS.get(String(code)), error);
}

/** The codes after which the store can still be read. */
const REASONS: ReadonlyMap<string, WriteFaultReason> = new Map([
  ['53100', 'full'],
  ['25006', 'read-only'],
]);

/** Codes: Node's errno names and https://www.postgresql.org/docs/current/errcodes-appendix.html. */
function adviceFor(code: string, message: string, url: URL): string | undefined {
  const server = `PostgreSQL at ${url.host}`;
  const database = decodeURIComponent(url.pathname.slice(1));
  switch (code) {
    case '28P01':
    case '28000':
      return `${server} refuses the user or password in STORE_URL. Correct them there.`;
    case '3D000':
      return `${server} has no database "${database}". Create it (createdb ${database}) or correct STORE_URL.`;
    case '42P01':
      return `The table of the store in "${database}" was dropped while it was in use, so nothing can be stored any more. Restore it from a backup if there is one, and start again.`;
    case '42501':
      return `${server} does not let the user in STORE_URL create or write a table in "${database}". Grant it.`;
    case '53100':
      return `The disk of ${server} is full. Free some space and try again; what was reported as stored is safe.`;
    case '53300':
      return `${server} has no connection left. Raise its max_connections or close other programs.`;
    case '25006':
      return `${server} is read-only, perhaps a replica. Point STORE_URL at the primary server.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${url.hostname} is not known. Correct it in STORE_URL.`;
    default:
      return isUnreachable(code, message)
        ? `${server} cannot be reached. Check that it runs and that STORE_URL names its host and port.`
        : undefined;
  }
}

/** pg gives a lost connection and a timeout no code, only these words. */
function isUnreachable(code: string, message: string): boolean {
  const codes = /^(E(CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE)|08...|57P0.)$/;
  return (
    codes.test(code) ||
    /connection (terminated|timeout)|timeout exceeded|not queryable/i.test(message)
  );
}
