import type { StoryBatch } from './story-records.ts';

/** So many batches are worth a merge. */
const LEAST_MERGED = 8;

/**
 * Plans which of the batches, the newest ones, become one: as many as are together no smaller than the one before
 * them. So each article is written about log2(articles) times, and there are never more than some 25 batches.
 */
export function planMerge(batches: readonly StoryBatch[]): {
  readonly kept: readonly StoryBatch[];
  readonly merged: readonly StoryBatch[];
} {
  let from = batches.length;
  let size = 0;
  while (from > 0 && (size === 0 || batches[from - 1]!.size <= size)) {
    from -= 1;
    size += batches[from]!.size;
  }
  if (batches.length - from < LEAST_MERGED) return { kept: batches, merged: [] };
  return { kept: batches.slice(0, from), merged: batches.slice(from) };
}
