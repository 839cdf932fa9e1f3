import { PAGE_LIMITS, pageFault } from '../../article/page/explain-page.ts';
import type { PageResult } from '../../article/page/parse-page.ts';
import type { PageJob } from './page-job.ts';
import { PageThread } from './page-thread.ts';

/** Reads the articles of untrusted pages, within limits. */
export interface PageReader {
  /**
   * Resolves to the article of a page, or to the reason why there is none. Never rejects: an error is a
   * reason too. Bytes are decoded by `contentType` and by what the page declares.
   */
  readonly read: (
    page: string | Uint8Array,
    url?: string,
    contentType?: string,
  ) => Promise<PageResult>;
  /** Stops reading and ends the threads. */
  readonly close: () => Promise<void>;
}

/** The options of a page reader. */
export interface PageReaderOptions {
  /** The most time for one page. The slowest ordinary ones take a quarter of a second. 5,000 by default. */
  readonly timeoutMs?: number;
  /** The most memory for one page. Ordinary ones take about 30 MB. 256 by default. */
  readonly maxHeapMb?: number;
  /** How many pages are read at a time. 1 by default. */
  readonly threads?: number;
  /** Called with an error that is not due to a page. */
  readonly onError?: (error: Error) => void;
}

/** Creates a reader. Its threads start with their first pages. */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { timeoutMs = 5000, maxHeapMb = 256, threads = 1, onError = () => {} } = options;
  const all = Array.from(
    { length: threads },
    () => new PageThread({ timeoutMs, maxHeapMb }, onError),
  );
  const idle = [...all];
  const waiting: { job: PageJob; resolve: (result: PageResult) => void }[] = [];
  let isClosed = false;

  /** Lets every free thread read pages until none is waiting. */
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
