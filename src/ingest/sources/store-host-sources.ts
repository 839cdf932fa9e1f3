import { isDeepStrictEqual } from 'node:util';
import { buildSource, type ListedSource } from './build-source.ts';
import { HOST, sourceKey, type Source } from './source.ts';
import { KEEP, type RecordStore } from '../../store/record-store.ts';

/**
 * Makes the host's stored sources those of its list. What polling has learned of a source stays, and so
 * does a pause.
 */
export async function storeHostSources(
  listed: readonly ListedSource[],
  records: RecordStore<Source>,
  now: Date,
): Promise<void> {
  const wanted = new Map<string, Source>();
  for (const one of listed) {
    const source = buildSource(one, HOST, now);
    const key = sourceKey(source);
    if (!wanted.has(key)) wanted.set(key, source);
  }
  for (const [key, source] of wanted) {
    await records.change(key, (present) => (present ? describeAgain(present, source) : source));
  }
  for await (const [key] of records.list(`${HOST}:`)) {
    if (!wanted.has(key)) await records.remove(key);
  }
}

/** The list's present description of a source, with everything that has happened to it since it was added. */
function describeAgain(
  known: Source,
  { addedAt: _addedAt, state: _state, ...listed }: Source,
): Source | typeof KEEP {
  const { addedAt, state, paused, name } = known;
  const { isUnnamed: _isUnnamed, ...named } = listed;
  const described = listed.isUnnamed && !known.isUnnamed ? { ...named, name } : listed;
  const source = { ...described, addedAt, ...(paused && { paused }), state };
  return isDeepStrictEqual(source, known) ? KEEP : source;
}
