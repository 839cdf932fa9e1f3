import type { UserError } from '../errors.ts';
import type { Log } from '../log.ts';

/** The end of the program: a signal, the end of npm, or a fault that only a person can fix. */
export interface End {
  /** Resolves to the fault, or to undefined after a signal. */
  readonly ended: Promise<UserError | undefined>;
  /** Aborts when the program is to end, so that whatever it is waiting for ends too. */
  readonly signal: AbortSignal;
  fail(fault: UserError): void;
  /** Stops listening for signals, and lets the process end. */
  dispose(): void;
}

/** The longest interval that there is. */
const NEVER_MS = 2 ** 31 - 1;

/** How often the program looks whether its parent is still there. */
const PARENT_INTERVAL_MS = 1000;

/** Starts listening for SIGINT and SIGTERM, and keeps the process alive until then. `env` tells whether npm started the program. */
export function waitForEnd(env: Readonly<Record<string, string | undefined>>): End {
  const ending = new AbortController();
  let settle!: (fault?: UserError) => void;
  const ended = new Promise<UserError | undefined>((resolve) => {
    settle = (fault) => {
      resolve(fault);
      ending.abort();
    };
  });
  // Node ends a process that waits for nothing. While its store is away, a process that only reads sources has no connection.
  const holding = setInterval(() => undefined, NEVER_MS);
  const stop = (): void => settle();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const watching = env['npm_lifecycle_event'] === undefined ? undefined : watchParent(stop);
  return {
    ended,
    signal: ending.signal,
    fail: (fault) => settle(fault),
    dispose() {
      clearInterval(holding);
      clearInterval(watching);
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

/** Service managers and containers kill what has not ended 10 seconds after SIGTERM. */
const END_WITHIN_MS = 9_000;

/**
 * Ends the process if it has not ended soon after `ended`, whatever it is still waiting for. Nothing is lost by that:
 * every step is recorded before it is taken, as for a process that is killed.
 */
export async function endAnyway(ended: End['ended'], log: Log): Promise<void> {
  const fault = await ended;
  // A connection of discord.js that was being opened has no listener any more, and its error would skip all that follows.
  process.on('uncaughtException', (err: NodeJS.ErrnoException) => {
    if (err.syscall !== undefined) {
      log.debug({ err }, 'a connection broke at the end');
      return;
    }
    log.fatal({ err }, 'the end failed');
    process.exit(1);
  });
  setTimeout(() => {
    log.warn('the bot ends without having closed everything; the next start takes up what is left');
    process.exit(fault ? 1 : 0);
  }, END_WITHIN_MS).unref();
}

/** How long the process may live on after its end. Its last lines are written by then. */
const LINGER_MS = 1000;

/**
 * Ends the process soon, with its exit code. It ends by itself, unless discord.js is still waiting for an answer that
 * nobody needs any more.
 */
export function endSoon(): void {
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

/**
 * Calls `onGone` when the parent has ended. npm starts a script through a shell and sends its signals to that, which
 * ends without passing them on. The bot would stay, and the next start would make two of it.
 */
function watchParent(onGone: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    onGone();
  }, PARENT_INTERVAL_MS);
  return watching.unref();
}
