import { PAGE_LIMITS, pageFault } from '../../article/page/explain-page.ts';
import type { PageResult } from '../../article/page/parse-page.ts';
import type { PageJob } from './page-job.ts';
import { PageThread } from './page-thread.ts';

/** Reads the articles of pages that were written by others, within limits. */
export interface PageReader {
  /**
   * The article of a page, or why it gives none. It never rejects: what breaks on the way is a fault as well.
   * Bytes are decoded by what `contentType` and the page say.
   */
  readonly read: (
    page: string | Uint8Array,
    url?: string,
    contentType?: string,
  ) => Promise<PageResult>;
  /** Gives up what is being read and ends the threads. */
  readonly close: () => Promise<void>;
}

/** What a page reader may use. */
export interface PageReaderOptions {
  /** How long one page may take; the slowest ordinary ones take a quarter of a second. 5,000 by default. */
  readonly timeoutMs?: number;
  /** How much memory one page may take; ordinary ones take some 30 MB. 256 by default. */
  readonly maxHeapMb?: number;
  /** How many pages are read at the same time. 1 by default. */
  readonly threads?: number;
  /** Called with what broke where no page is to blame. */
  readonly onError?: (error: Error) => void;
}

/** Opens a reader; its threads start with their first pages. */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { timeoutMs = 5000, maxHeapMb = 256, threads = 1, onError = () => {} } = options;
  const all = Array.from(
    { length: threads },
    () => new PageThread({ timeoutMs, maxHeapMb }, onError),
  );
  const idle = [...all];
  const waiting: { job: PageJob; resolve: (result: PageResult) => void }[] = [];
  let isClosed = false;

  /** Every free thread takes pages until none waits. */
  const work = async (thread: PageThread): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next.resolve(await thread.read(next.job));
    }
    idle.push(thread);
  };

  return {
    read(page, url, contentType) {
      if (isClosed) return Promise.resolve(pageFault('unreadable'));
      const { maxHtmlChars, maxHtmlBytes } = PAGE_LIMITS;
      if (page.length > (typeof page === 'string' ? maxHtmlChars : maxHtmlBytes))
        return Promise.resolve(pageFault('too-large'));
      return new Promise((resolve) => {
        waiting.push({ job: { page, url, contentType }, resolve });
        const thread = idle.pop();
        if (thread) void work(thread);
      });
    },
    async close() {
      isClosed = true;
      for (const { resolve } of waiting.splice(0)) resolve(pageFault('unreadable'));
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}
