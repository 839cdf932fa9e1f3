import { z } from 'zod';
import type { FeedEntry } from '../../article/feed/feed.ts';
import { knownEntrySchema } from '../../article/feed/entries/known-entry.ts';
import type { EntryPlan } from '../../article/feed/entries/plan-entries.ts';
import { POLL_TUNING } from '../sources/poll-tuning.ts';
import { selectNewest } from './select-newest.ts';
import { entryTaskSchema } from './entry-task.ts';

/** An entry whose page has not yielded an article yet. */
export type PendingEntry = z.infer<typeof pendingEntrySchema>;

const pendingEntrySchema = entryTaskSchema.extend({ attempts: z.int().min(0) }).readonly();

/** The entries that a source's polls remember. Both lists are bounded. */
export type FeedMemory = z.infer<typeof feedMemorySchema>;

export const feedMemorySchema = z
  .object({
    known: z.array(knownEntrySchema).readonly(),
    pending: z.array(pendingEntrySchema).readonly(),
  })
  .readonly();

/** Of a source that has never been read. */
export const NO_MEMORY: FeedMemory = { known: [], pending: [] };

/** Which of a feed's entries are read now. */
export interface SelectedEntries {
  readonly now: readonly PendingEntry[];
  /** Left for the next polls. */
  readonly later: readonly PendingEntry[];
}

/**
 * Selects what a poll reads: the new entries, of a first contact the newest `most` alone, the changed
 * ones of articles that are stored, and what waits from before, as many as one poll may.
 */
export function selectEntries(
  plans: readonly EntryPlan[],
  pending: readonly PendingEntry[],
  {
    isFirst,
    most,
    isStored,
  }: {
    readonly isFirst: boolean;
    readonly most: number;
    readonly isStored: (articleId: string) => boolean;
  },
): SelectedEntries {
  const added = plans.filter(({ kind }) => kind === 'new');
  const waiting = new Map(pending.map((each) => [each.articleId, each]));
  const changed = plans.filter(({ kind, articleId }) => kind === 'update' && isStored(articleId));
  const tasks = [...(isFirst ? selectNewest(added, most) : added), ...changed].map(
    ({ kind, entry, articleId, isShared }): PendingEntry => ({
      entry,
      articleId,
      isShared,
      isSettled: kind === 'update',
      attempts: 0,
    }),
  );
  // A waiting entry that has changed is read as it is now.
  const renewed = plans.flatMap(({ kind, entry, articleId }) => {
    const before = waiting.get(articleId);
    if (!before || kind === 'new') return [];
    waiting.delete(articleId);
    return isStored(articleId) && kind === 'update' ? [] : [{ ...before, entry }];
  });
  const all = [...tasks, ...renewed, ...waiting.values()];
  const paged = all.filter(needsPage);
  return {
    now: [...all.filter((task) => !needsPage(task)), ...paged.slice(0, POLL_TUNING.pagesAPoll)],
    later: paged.slice(POLL_TUNING.pagesAPoll),
  };
}

function needsPage({ entry }: PendingEntry): boolean {
  return entry.isTeaser && entry.url !== undefined;
}

/** How an entry is called where people read of it. */
export function nameEntry({ title, url, id }: FeedEntry): string {
  return (title || url || id || 'an entry without a headline').slice(0, 200);
}
