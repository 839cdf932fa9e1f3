import type { Source } from './source.ts';
import type { RecordStore } from '../../store/record-store.ts';

/**
 * Stores what is decided of a source after a poll, which takes a while: the source is read anew, so
 * that one paused meanwhile stays paused and one removed meanwhile stays away. Resolves to what is
 * stored now, if anything.
 */
export async function storePoll(
  key: string,
  decide: (present: Source) => Source,
  records: RecordStore<Source>,
): Promise<Source | undefined> {
  const present = await records.get(key);
  if (!present) return undefined;
  const decided = decide(present);
  await records.put(key, decided);
  return decided;
}
