import type { Worker } from 'node:worker_threads';
import { pageFault, type PageFault } from '../../article/page/explain-page.ts';
import type { PageResult } from '../../article/page/parse-page.ts';
import { openWorker } from './open-worker.ts';
import type { PageJob } from './page-job.ts';

/** The limits of reading one page. */
export interface PageThreadLimits {
  readonly timeoutMs: number;
  readonly maxHeapMb: number;
}

type Message = { readonly ready: true } | { readonly result: PageResult };

/** A thread that reads one page at a time. A page that exceeds a limit ends it; the next page starts a new one. */
export class PageThread {
  readonly #limits: PageThreadLimits;
  readonly #onError: (error: Error) => void;
  readonly #open: typeof openWorker;
  #worker: Worker | undefined;
  #isReady = false;
  /** Settles the page that is being read. */
  #settle: ((result: PageResult) => void) | undefined;
  #onReady: (() => void) | undefined;

  constructor(limits: PageThreadLimits, onError: (error: Error) => void, open = openWorker) {
    this.#limits = limits;
    this.#onError = onError;
    this.#open = open;
  }

  /** Reads one page. It never rejects. */
  async read(job: PageJob): Promise<PageResult> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<PageResult>((resolve) => {
        this.#settle = resolve;
        const worker = this.#start();
        worker.ref();
        this.#onReady = () => {
          this.#onReady = undefined;
          timer = setTimeout(() => {
            void this.#giveUp(pageFault('too-slow'));
          }, this.#limits.timeoutMs);
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
          worker.postMessage(job);
        };
        if (this.#isReady) this.#onReady();
      });
    } catch (error) {
      // A system without room for another thread refuses to start it.
      this.#onError(error instanceof Error ? error : new Error(String(error)));
      return pageFault('unreadable');
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
      this.#onReady = undefined;
      // An idle thread must not keep the process alive.
      this.#worker?.unref();
    }
  }

  /** Ends the thread, also while it reads a page. */
  async close(): Promise<void> {
    await this.#giveUp(pageFault('unreadable'));
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#open(new URL('./page-worker', import.meta.url), {
      maxOldGenerationSizeMb: this.#limits.maxHeapMb,
      stackSizeMb: 4,
    });
    worker.on('message', (message: Message) => {
      if (worker !== this.#worker) return;
      if ('result' in message) this.#settle?.(message.result);
      else {
        this.#isReady = true;
        this.#onReady?.();
      }
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (worker !== this.#worker) return;
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!isTooLarge) this.#onError(error);
      void this.#giveUp(pageFault(isTooLarge ? 'too-large' : 'unreadable'));
    });
    worker.on('exit', () => {
      if (worker === this.#worker) void this.#giveUp(pageFault('unreadable'));
    });
    this.#worker = worker;
    this.#isReady = false;
    return worker;
  }

  async #giveUp(fault: PageFault): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#isReady = false;
    this.#settle?.(fault);
    await worker?.terminate();
  }
}
