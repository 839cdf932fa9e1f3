import { POLL_TUNING } from '../sources/poll-tuning.ts';
import type { Source } from '../sources/source.ts';
import type { PollClaim } from './claim-poll.ts';
import type { FeedMemory } from './feed-memory.ts';
import type { RecordStore } from '../../store/record-store.ts';

/** Removes what is known of the entries of sources that are there no more, and claims that count no more. */
export async function forgetRemoved({
  sources,
  memories,
  claims,
  now,
}: {
  readonly sources: RecordStore<Source>;
  readonly memories: RecordStore<FeedMemory>;
  readonly claims: RecordStore<PollClaim>;
  readonly now: () => Date;
}): Promise<void> {
  for await (const [key] of memories.list()) {
    if (!(await sources.get(key))) await memories.remove(key);
  }
  const old = now().getTime() - POLL_TUNING.claimLastsMs;
  for await (const [key, { at }] of claims.list()) {
    const [source = ''] = key.split('@');
    if (Date.parse(at) < old && !(await sources.get(source))) await claims.remove(key);
  }
}
