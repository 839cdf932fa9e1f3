import { pino, stdTimeFunctions, type Logger } from 'pino';
import pretty from 'pino-pretty';

/** The structured log on standard error, so that standard output stays machine-readable. */
export type Log = Logger;

/**
 * Creates the process's log: JSON lines with their time in ISO 8601, or readable lines if standard error is a
 * terminal. Secrets are never logged: tokens and store URLs are redacted by key, `secrets` wherever they are written,
 * and of an error only what says where it came from is kept. Errors of requests carry addresses, bodies and tokens.
 */
export function createLog(level: string, isTerminal = false, secrets: readonly string[] = []): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: ['token', '*.token', 'storeUrl', '*.storeUrl', 'authorization', '*.authorization'],
    serializers: { err: describeError },
    hooks: { streamWrite: createRedaction(secrets) },
  };
  if (!isTerminal) return pino(options, openDestination());
  return pino(
    options,
    pretty({ destination: 2, sync: true, translateTime: 'SYS:HH:MM:ss', singleLine: true }),
  );
}

/** How much of the log waits for room on its disk, in bytes. What comes after that is dropped. */
const MOST_WAITING_BYTES = 1_000_000;

/**
 * Opens standard error. A line that can't be written would throw in whatever logs it. It waits
 * instead, and is written with the first line for which there is room again.
 */
function openDestination(): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: 2, sync: true, maxLength: MOST_WAITING_BYTES });
  destination.on('error', () => undefined);
  return destination;
}

/** Shorter texts are no secrets worth the name, and would be found in other words. */
const MIN_SECRET_CHARS = 6;

/** Creates a function that replaces secrets in a line, as they are and as JSON has them. */
function createRedaction(secrets: readonly string[]): (line: string) => string {
  const written = secrets
    .filter(({ length }) => length >= MIN_SECRET_CHARS)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return (line) =>
    written.reduce((text, secret) => text.replaceAll(secret, () => '[Redacted]'), line);
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
