import { z } from 'zod';
import { subscriptionKey, type Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import { KEEP, type RecordStore } from '../store/record-store.ts';

/** That a store was restored from a backup: when, and when the backup was made (ISO 8601, UTC). */
export type Restore = z.infer<typeof restoreSchema>;

export const restoreSchema = z
  .object({ at: z.iso.datetime(), madeAt: z.iso.datetime() })
  .readonly();

/** The key of the last restore, the only one that is kept. */
export const LAST_RESTORE = 'last';

/** The dependencies of settling. */
export interface RestoreParts {
  readonly restores: RecordStore<Restore>;
  readonly subscriptions: RecordStore<Subscription>;
  readonly log: Log;
}

/**
 * Keeps a restored bot from posting again what its channels got between backup and restore, of which the store knows
 * nothing. Slots until the restore are not caught up. Resolves to the restore, before which no report counts for an
 * alert; undefined if there was none. It can be repeated, and has to run before the scheduler does.
 */
export async function settleRestore({
  restores,
  subscriptions,
  log,
}: RestoreParts): Promise<Date | undefined> {
  const restore = await restores.get(LAST_RESTORE);
  if (!restore) return undefined;
  const { at, madeAt } = restore;
  let count = 0;
  for await (const [, subscription] of subscriptions.list()) {
    const key = subscriptionKey(subscription);
    const { kind } = await subscriptions.change(key, (present) =>
      present && present.changedAt < at ? { ...present, changedAt: at } : KEEP,
    );
    if (kind === 'stored') count += 1;
  }
  if (count > 0) {
    log.info(
      { restoredAt: at, backupOf: madeAt, schedules: count },
      'the store was restored: digests that were due until then are not posted',
    );
  }
  return new Date(at);
}
