import { UserError } from '../../../errors.ts';
import { buildStoreError, type WriteFaultReason } from '../../store-fault.ts';

/** What went wrong with the server at `url` and what to do, or the error itself if it is a bug. */
export function explainRedisError(error: unknown, url: URL): unknown {
  if (error instanceof UserError) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  // The driver doesn't give its errors the names of their classes.
  const kind = error instanceof Error ? error.constructor.name : '';
  const signs = `${String(code)} ${kind} ${String(message)}`;
  const advice = adviceFor(signs, url);
  return advice === undefined ? error : buildStoreError(advice, reasonOf(signs), error);
}

/** Why the store takes no writes, if it can still be read. */
function reasonOf(signs: string): WriteFaultReason | undefined {
  if (/\bOOM\b|MISCONF/.test(signs)) return 'full';
  return /READONLY/.test(signs) ? 'read-only' : undefined;
}

/** Redis opens its error messages with a word in capitals; node-redis names its own by class. */
function adviceFor(signs: string, url: URL): string | undefined {
  const server = `Redis at ${url.host}`;
  if (/WRONGPASS|NOAUTH|NOPERM|without any password configured/.test(signs)) {
    return `${server} refuses the user or password in STORE_URL. Correct them there.`;
  }
  if (/\bOOM\b/.test(signs)) {
    return `${server} is out of memory. Raise its maxmemory and try again; what was reported as stored is safe.`;
  }
  if (/MISCONF/.test(signs)) {
    return `${server} cannot write to its disk. Free some space there and try again.`;
  }
  if (/READONLY/.test(signs)) {
    return `${server} is a replica. Point STORE_URL at the primary server.`;
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(signs)) {
    return `The host ${url.hostname} is not known. Correct it in STORE_URL.`;
  }
  const lost =
    /ECONN|EHOST|ENET|ETIMEDOUT|EPIPE|TimeoutError|Client\w*Error|Socket\w*Error|LOADING/;
  return lost.test(signs)
    ? `${server} cannot be reached. Check that it runs and that STORE_URL names its host and port.`
    : undefined;
}
