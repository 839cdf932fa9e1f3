import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

/** The structured log on standard error, so that standard output stays machine-readable. */
export type Log = Logger;

/**
 * Creates the process's log: JSON lines, or readable lines if standard error is a terminal. Secrets
 * are never logged: tokens and store URLs are redacted by key, and of an error only what says where it
 * came from is kept. Errors of requests carry addresses, bodies and tokens.
 */
export function createLog(level: string, isTerminal = false): Log {
  const options = {
    level,
    base: null,
    redact: ['token', '*.token', 'storeUrl', '*.storeUrl'],
    serializers: { err: describeError },
  };
  if (!isTerminal) return pino(options, pino.destination({ dest: 2, sync: true }));
  return pino(
    options,
    pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss', singleLine: true }),
  );
}

/** What is logged of an error and its causes. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}
