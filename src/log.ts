import { pino, type Logger } from 'pino';

/** Structured log lines on standard error, so that standard output stays machine-readable. */
export type Log = Logger;

/** Creates the process's log. Secrets never reach it: tokens and store URLs are redacted by key. */
export function createLog(level: string): Log {
  return pino(
    { level, base: null, redact: ['token', '*.token', 'storeUrl', '*.storeUrl'] },
    pino.destination({ dest: 2, sync: true }),
  );
}
