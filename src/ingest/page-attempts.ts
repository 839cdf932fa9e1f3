import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalUrl } from '../article/canonical-url.ts';
import { pageFault, type PageFault } from '../article/page/explain-page.ts';
import type { PageAttempts } from '../web/pages/page-reader.ts';
import type { RecordStore } from '../store/record-store.ts';
import { UnwritableStoreError } from '../store/store-fault.ts';

/** Says since when a process has been reading a page. */
export type PageAttempt = z.infer<typeof pageAttemptSchema>;

export const pageAttemptSchema = z.object({ at: z.iso.datetime() }).readonly();

/** A younger record may be of another process that is reading the page now. */
const READING_LASTS_MS = 60_000;

interface Attempt {
  readers: number;
  readonly begun: Promise<PageFault | undefined>;
}

/**
 * Creates the memory of attempts. Records are under a hash of the link, since a pasted link is private. While the
 * store takes no writes, pages are read without a record.
 */
export function createPageAttempts(
  records: RecordStore<PageAttempt>,
  now: () => Date,
): PageAttempts {
  /** Attempts of this process, which may read a page in several threads at once. */
  const ours = new Map<string, Attempt>();
  /** Records of pages that this process outlived, but that could not be removed. */
  const outlived = new Set<string>();

  async function record(key: string): Promise<PageFault | undefined> {
    for (const other of outlived) await forget(other);
    const earlier = await records.get(key);
    if (earlier && !outlived.has(key)) {
      const isRecent = now().getTime() - Date.parse(earlier.at) < READING_LASTS_MS;
      return pageFault(isRecent ? 'busy' : 'fatal');
    }
    await ifWritable(() => records.put(key, { at: now().toISOString() }));
    return undefined;
  }

  async function forget(key: string): Promise<void> {
    outlived.add(key);
    await ifWritable(async () => {
      await records.remove(key);
      outlived.delete(key);
    });
  }

  return {
    async begin(link) {
      const key = keyOf(link);
      const attempt = ours.get(key) ?? { readers: 0, begun: record(key) };
      ours.set(key, attempt);
      attempt.readers += 1;
      try {
        const fault = await attempt.begun;
        if (fault) ours.delete(key);
        return fault;
      } catch (error) {
        ours.delete(key);
        throw error;
      }
    },
    async end(link) {
      const key = keyOf(link);
      const attempt = ours.get(key);
      if (!attempt) return;
      attempt.readers -= 1;
      if (attempt.readers > 0) return;
      ours.delete(key);
      await forget(key);
    },
  };
}

async function ifWritable(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof UnwritableStoreError)) throw error;
  }
}

function keyOf(link: string): string {
  return createHash('sha256')
    .update(canonicalUrl(link) ?? link)
    .digest('hex');
}
