import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CliIo } from '../io.ts';
import type { Log } from '../log.ts';

/** The service manager that started the process: systemd, if it asked to be told; otherwise nobody. */
export interface ServiceManager {
  /** Says that the start succeeded, and from then on again and again that the bot is alive. */
  noteReady(): void;
  /** Says that the bot is ending. */
  noteEnd(): void;
  /** Resolves when what was said has been heard. */
  close(): Promise<void>;
}

/** The dependencies of telling the service manager. */
export interface ServiceManagerParts {
  /** Whether the bot works. While it does not, the manager is told nothing, and restarts it. */
  readonly isAlive: () => boolean;
  readonly log: Log;
}

/** Part of systemd, and so on every machine that has one. Node itself cannot write to its kind of socket. */
const PROGRAM = 'systemd-notify';

const TELL_MS = 10_000;

/**
 * Finds the service manager by its variables. https://www.freedesktop.org/software/systemd/man/sd_notify.html
 * Its timer runs on the event loop, so a loop that is held says nothing either.
 */
export function createServiceManager(
  env: CliIo['env'],
  { isAlive, log }: ServiceManagerParts,
): ServiceManager {
  const socket = env['NOTIFY_SOCKET'];
  if (!socket) return { noteReady() {}, noteEnd() {}, close: () => Promise.resolve() };
  const pingMs = planPings(env);
  let last: Promise<void> = Promise.resolve();
  let hasFailed = false;
  let isSilent = false;
  let timer: NodeJS.Timeout | undefined;

  async function send(assignments: readonly string[]): Promise<void> {
    try {
      await promisify(execFile)(PROGRAM, assignments, {
        env: { PATH: env['PATH'], NOTIFY_SOCKET: socket },
        timeout: TELL_MS,
      });
    } catch (err) {
      // The same again and again.
      if (!hasFailed) log.error({ err }, 'the service manager could not be told');
      hasFailed = true;
    }
  }

  /** One after the other, so that what is said last holds. */
  function tell(...assignments: readonly string[]): void {
    last = last.then(() => send(assignments));
  }

  function ping(): void {
    const alive = isAlive();
    if (alive) tell('WATCHDOG=1');
    else if (!isSilent)
      log.fatal('the scheduler hangs; the service manager is no longer told that the bot is alive');
    isSilent = !alive;
  }

  return {
    noteReady() {
      tell('READY=1');
      if (pingMs !== undefined) timer ??= setInterval(ping, pingMs).unref();
    },
    noteEnd() {
      clearInterval(timer);
      tell('STOPPING=1');
    },
    async close() {
      clearInterval(timer);
      await last;
    },
  };
}

/** How often to say that the bot is alive: three times in the time that the manager waits. Undefined if it does not. */
function planPings(env: CliIo['env']): number | undefined {
  const microseconds = Number(env['WATCHDOG_USEC']);
  const isForUs = env['WATCHDOG_PID'] === undefined || env['WATCHDOG_PID'] === String(process.pid);
  return microseconds > 0 && isForUs ? Math.floor(microseconds / 3000) : undefined;
}
