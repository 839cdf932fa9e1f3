import { parentPort } from 'node:worker_threads';
import type { PageJob } from './page-job.ts';
import { parsePageBytes } from './parse-page-bytes.ts';

// Runs in a thread of its own, so that reading a page can be stopped.
parentPort?.on('message', (job: PageJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ result: parsePageBytes(job) });
});
// The time limit of a page begins when the thread is ready for it.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage({ ready: true });
