import { createHash } from 'node:crypto';
import type Database from 'libsql';

/** How many records of each namespace a store has, and a checksum of all of them. */
export interface EntrySum {
  readonly counts: Readonly<Record<string, number>>;
  readonly sha256: string;
}

/** Rows read in one turn of the event loop. */
const PAGE_ROWS = 256;

/**
 * Counts and sums all entries of an open database, in the order of their keys. Two databases with the same sum have
 * the same keys and values. `onRows` is told how many rows were read so far.
 */
export async function sumEntries(
  database: Database.Database,
  onRows: (rows: number) => void = () => undefined,
): Promise<EntrySum> {
  const page = database
    .prepare(
      `SELECT key, value, expires FROM entries WHERE key > ? ORDER BY key LIMIT ${PAGE_ROWS}`,
    )
    .raw();
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let after = '';
  let read = 0;
  for (;;) {
    const rows = page.all([after]) as [string, string, number | null][];
    const last = rows.at(-1);
    if (!last) break;
    for (const row of rows) {
      hash.update(JSON.stringify(row));
      const namespace = row[0].slice(0, row[0].indexOf(':'));
      counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
    }
    [after] = last;
    read += rows.length;
    onRows(read);
    await new Promise(setImmediate);
  }
  return { counts: Object.fromEntries(counts), sha256: hash.digest('hex') };
}

/** How many entries a database has, whatever they are. */
export function countEntries(database: Database.Database): number {
  const [count] = database.prepare('SELECT count(*) FROM entries').raw().get([]) as [number];
  return count;
}
