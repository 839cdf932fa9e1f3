import { PAGE_LIMITS, pageFault, type PageFault } from '../../article/page/explain-page.ts';
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
    how?: ReadingHow,
  ) => Promise<PageResult>;
  /** Stops reading and ends the threads. */
  readonly close: () => Promise<void>;
}

/** Records each attempt to read a page, so that no page ends the program twice. */
export interface PageAttempts {
  /** Records that the page behind `link` is about to be read. Resolves to a fault if it must not be. */
  begin(link: string): Promise<PageFault | undefined>;
  /** Records that the program outlived it. */
  end(link: string): Promise<void>;
}

/** How a page is read. */
interface ReadingHow {
  /** A person waits for it: it goes first, in a thread of its own if need be. */
  readonly isUrgent?: boolean;
  /** The link that led to the page. The attempt to read it is recorded under this name. */
  readonly link?: string;
}

/** The options of a page reader. */
export interface PageReaderOptions {
  /** The most time for one page. The slowest ordinary ones take a quarter of a second. 5,000 by default. */
  readonly timeoutMs?: number;
  /** The most memory for one page. Ordinary ones take about 30 MB. 256 by default. */
  readonly maxHeapMb?: number;
  /** How many pages are read at a time, besides one for which a person waits. 1 by default. */
  readonly threads?: number;
  /** Remembers the pages that ended the program. By default nothing does. */
  readonly attempts?: PageAttempts;
  /** Called with an error of a thread that is not due to a page. */
  readonly onError?: (error: Error) => void;
  /** Called with the error of `attempts`. The page is then not read. */
  readonly onUnrecorded?: (error: unknown) => void;
}

interface Waiting {
  readonly job: PageJob;
  readonly link: string | undefined;
  readonly resolve: (result: PageResult) => void;
}

/** Creates a reader. Its threads start with their first pages. */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { timeoutMs = 5000, maxHeapMb = 256, threads = 1, attempts } = options;
  const { onError = () => {}, onUnrecorded = () => {} } = options;
  const open = (): PageThread => new PageThread({ timeoutMs, maxHeapMb }, onError);
  const shared = Array.from({ length: threads }, open);
  const idle = [...shared];
  /** For people only, so that nobody waits until a hostile page is given up. */
  const reserved = open();
  let isReservedIdle = true;
  const urgent: Waiting[] = [];
  const others: Waiting[] = [];
  const running = new Set<Promise<void>>();
  let isClosed = false;

  /** Reads what waits until nothing is left for this thread. */
  const work = async (thread: PageThread): Promise<void> => {
    const next = (): Waiting | undefined =>
      urgent.shift() ?? (thread === reserved ? undefined : others.shift());
    for (let one = next(); one; one = next()) one.resolve(await attempt(thread, one));
    if (thread === reserved) isReservedIdle = true;
    else idle.push(thread);
  };

  const attempt = async (thread: PageThread, { job, link }: Waiting): Promise<PageResult> => {
    if (link === undefined || !attempts) return thread.read(job);
    try {
      const fault = await attempts.begin(link);
      if (fault) return fault;
      const result = isClosed ? pageFault('unreadable') : await thread.read(job);
      await attempts.end(link);
      return result;
    } catch (error) {
      onUnrecorded(error);
      return pageFault('unreadable');
    }
  };

  const takeThread = (isUrgent: boolean): PageThread | undefined => {
    const thread = idle.pop();
    if (thread || !isUrgent || !isReservedIdle) return thread;
    isReservedIdle = false;
    return reserved;
  };

  return {
    read(page, url, contentType, { isUrgent = false, link } = {}) {
      if (isClosed) return Promise.resolve(pageFault('unreadable'));
      const { maxHtmlChars, maxHtmlBytes } = PAGE_LIMITS;
      if (page.length > (typeof page === 'string' ? maxHtmlChars : maxHtmlBytes))
        return Promise.resolve(pageFault('too-large'));
      return new Promise((resolve) => {
        const waiting = isUrgent ? urgent : others;
        waiting.push({ job: { page, url, contentType }, link, resolve });
        const thread = takeThread(isUrgent);
        if (!thread) return;
        const done = work(thread).finally(() => running.delete(done));
        running.add(done);
      });
    },
    async close() {
      isClosed = true;
      for (const { resolve } of [...urgent.splice(0), ...others.splice(0)])
        resolve(pageFault('unreadable'));
      await Promise.all([...shared, reserved].map((thread) => thread.close()));
      await Promise.all(running);
    },
  };
}
