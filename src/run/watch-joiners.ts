import type { Log } from '../log.ts';
import { repeat } from '../repeat.ts';
import type { Locks } from '../store/locks.ts';
import { JOINERS } from '../story/stored/join-stories.ts';
import { untilAborted } from '../abort.ts';

/** It is shared by the processes that count on others to join the stories, so that `dateline doctor` sees whether one runs. */
export const READERS = 'story-readers';

/** How often a process looks whether another one joins the stories. */
const LOOK_INTERVAL_MS = 10_000;

/** One that is restarted is back by then. */
const MISSED_AFTER_MS = 30_000;

/** The dependencies of the watch. */
interface WatchParts {
  readonly locks: Locks;
  readonly log: Log;
  readonly intervalMs?: number;
  readonly missedAfterMs?: number;
}

/** Whether a process runs that joins the stories, and with them reads the sources. */
export interface JoinerWatch {
  /** Whether none has been there for a while, as far as that is known. */
  isMissing(): boolean;
  stop(): Promise<void>;
}

/**
 * Watches whether any process joins the stories, and logs when none does and when one is back. While the store is away,
 * nothing changes.
 */
export function watchJoiners({
  locks,
  log,
  intervalMs = LOOK_INTERVAL_MS,
  missedAfterMs = MISSED_AFTER_MS,
}: WatchParts): JoinerWatch {
  const stopping = new AbortController();
  let missedSince: number | undefined;
  let isMissing = false;

  async function look(): Promise<void> {
    if (await locks.isHeld(JOINERS)) {
      if (isMissing) log.info('a process reads the sources and joins the stories again');
      missedSince = undefined;
      isMissing = false;
      return;
    }
    missedSince ??= performance.now();
    if (isMissing || performance.now() - missedSince < missedAfterMs) return;
    isMissing = true;
    log.warn(
      'no process reads the sources: start one with --role ingest. Until then, there is no news, and one that posts joins the stories',
    );
  }

  const show = async (): Promise<void> => {
    await locks.share(READERS, (lost) => untilAborted(AbortSignal.any([stopping.signal, lost])));
  };
  const repeated = [look, show].map((work) =>
    // The store's own watch says that it is away.
    repeat(work, intervalMs, () => undefined, { atOnce: true }),
  );
  return {
    isMissing: () => isMissing,
    async stop() {
      stopping.abort();
      await Promise.all(repeated.map((each) => each.stop()));
    },
  };
}
