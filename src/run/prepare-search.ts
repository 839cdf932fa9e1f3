import { repeat, type Repeating } from '../repeat.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/create-store.ts';

/** How often a process looks whether another one has made the articles searchable, or whether its own try can succeed. */
const RETRY_MS = 60_000;

/**
 * Makes the articles of a store searchable by its database, in the background and by one process at a time. Undefined
 * if its database cannot search.
 */
export function prepareSearch(
  { search, locks }: Pick<Store, 'search' | 'locks'>,
  log: Log,
  onError: (error: unknown) => void,
): Repeating | undefined {
  if (!search) return undefined;
  const stopping = new AbortController();
  let isDone = false;
  const work = async (): Promise<void> => {
    if (isDone) return;
    if (!(await search.isReady()))
      log.info('the stored articles are made searchable by the database');
    const outcome = await locks.hold('search', (lost) =>
      search.prepare(AbortSignal.any([stopping.signal, lost])),
    );
    isDone = outcome.kind === 'held';
    if (isDone) log.info('the database searches all stored articles');
  };
  const preparing = repeat(work, RETRY_MS, (error) => stopping.signal.aborted || onError(error), {
    atOnce: true,
  });
  return {
    async stop() {
      stopping.abort();
      await preparing.stop();
    },
  };
}
