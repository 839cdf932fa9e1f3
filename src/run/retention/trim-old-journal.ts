import { KEEP } from '../../store/record-store.ts';
import type { Store } from '../../store/create-store.ts';
import type { Records } from '../records.ts';
import type { JournalPositions } from './retention-record.ts';

const DAY_MS = 86_400_000;
const KEY = 'journal';

/**
 * Notes where the journal is, once a day, since its entries have no date, and removes those from before the edge.
 * Resolves to the number of removed entries.
 */
export async function trimOldJournal(
  { articles, records }: Pick<Store<Records>, 'articles' | 'records'>,
  { edge, now }: { readonly edge: Date; readonly now: Date },
): Promise<number> {
  const cursor = await articles.cursor();
  const { after = [] } = await records('retention').change(KEY, (present = []) =>
    notePosition(present, cursor, { edge, now }),
  );
  const old = after.findLast(({ at }) => Date.parse(at) <= edge.getTime());
  return old ? articles.trimJournal(old.cursor) : 0;
}

/** The positions with that of `now`, if none is from the last day, and of the old ones with the newest only. */
export function notePosition(
  present: JournalPositions,
  cursor: number,
  { edge, now }: { readonly edge: Date; readonly now: Date },
): JournalPositions | typeof KEEP {
  const last = present.at(-1);
  const since = last === undefined ? Infinity : now.getTime() - Date.parse(last.at);
  // A position from a clock that was ahead would be waited for.
  const known = present.filter(({ at }) => Date.parse(at) <= now.getTime());
  if (since >= 0 && since < DAY_MS) return KEEP;
  const old = known.findLast(({ at }) => Date.parse(at) <= edge.getTime());
  const young = known.filter(({ at }) => Date.parse(at) > edge.getTime());
  return [...(old ? [old] : []), ...young, { at: now.toISOString(), cursor }];
}
