import { schedule } from 'node-cron';
import type { Log } from '../log.ts';

/** Calls a function at every full minute until it is stopped. */
export interface Ticker {
  stop(): Promise<void>;
}

/** Starts calling `onTick` at every full minute. Skips a minute while a call is still running. */
export function startTicker(onTick: () => Promise<void>, log: Log): Ticker {
  const task = schedule('* * * * *', onTick, {
    noOverlap: true,
    // The next tick makes up for a missed one, so node-cron's warning would only confuse.
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
