import { schedule } from 'node-cron';
import type { Log } from '../log.ts';

/** A clock that calls at every full minute until it is stopped. */
export interface Ticker {
  stop(): Promise<void>;
}

/** Starts calling `onTick` at every full minute; a call that is still running is not doubled. */
export function startTicker(onTick: () => Promise<void>, log: Log): Ticker {
  const task = schedule('* * * * *', onTick, {
    noOverlap: true,
    // What was missed is planned from the store at the next tick; node-cron need not remark on it.
    suppressMissedWarning: true,
    logger: {
      info: (message) => log.debug(message),
      debug: (message) => log.debug(message),
      warn: (message) => log.debug(message),
      error: (message, err) => log.error({ err: err ?? message }, 'a tick failed'),
    },
  });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
