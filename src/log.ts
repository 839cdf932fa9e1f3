import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

/** The structured log on standard error, so that standard output stays machine-readable. */
export type Log = Logger;

/**
 * Creates the process's log: JSON lines, or readable lines if standard error is a terminal. Secrets
 * are never logged: tokens and store URLs are redacted by key.
 */
export function createLog(level: string, isTerminal = false): Log {
  const options = { level, base: null, redact: ['token', '*.token', 'storeUrl', '*.storeUrl'] };
  if (!isTerminal) return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino(
    options,
    pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss', singleLine: true }),
  );
}
