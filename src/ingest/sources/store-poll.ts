import { KEEP, type RecordStore } from '../../store/record-store.ts';
import type { Source } from './source.ts';

/**
 * Stores what is decided of a source after a poll. A poll takes a while, so the decision is made on the
 * source as it is now: one that was paused in the meantime stays paused, and one that was removed stays
 * away. Resolves to what is stored now, if anything.
 */
export async function storePoll(
  key: string,
  decide: (present: Source) => Source,
  records: RecordStore<Source>,
): Promise<Source | undefined> {
  const { after } = await records.change(key, (present) => (present ? decide(present) : KEEP));
  return after;
}
