import { planHostSources, type ListedSource } from './build-source.ts';
import { HOST, sourceKey, type Source } from './source.ts';
import type { RecordStore } from '../../store/record-store.ts';

/** Brings the host's stored sources in line with its list; what polling has learned of them stays. */
export async function storeHostSources(
  listed: readonly ListedSource[],
  records: RecordStore<Source>,
  now: Date,
): Promise<void> {
  const stored: Source[] = [];
  for await (const [, source] of records.list(`${HOST}:`)) stored.push(source);
  const { put, remove } = planHostSources(listed, stored, HOST, now);
  for (const source of put) await records.put(sourceKey(source), source);
  for (const key of remove) await records.remove(key);
}
