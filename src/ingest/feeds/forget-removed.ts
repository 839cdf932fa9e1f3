import type { RecordStore } from '../../store/record-store.ts';
import type { Source } from '../sources/source.ts';
import type { FeedMemory } from './feed-memory.ts';

/** Removes what is known of the entries of sources that no longer exist. */
export async function forgetRemoved(
  sources: RecordStore<Source>,
  memories: RecordStore<FeedMemory>,
): Promise<void> {
  for await (const [key] of memories.list()) {
    if (!(await sources.get(key))) await memories.remove(key);
  }
}
