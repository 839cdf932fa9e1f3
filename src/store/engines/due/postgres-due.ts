import type { Engine, Row } from '../engine.ts';
import type { Query } from '../postgres-connection.ts';
import { table } from '../postgres-table.ts';
import { describeDueIndexes, listDueRanges, type DueIndex } from './due-index.ts';

const pageRows = 128;

interface PlacedRow {
  readonly key: string;
  readonly value: string;
  readonly position: string;
}

/** Finds the due rows of a PostgreSQL database; see `Engine.due`. Creates the indexes for that when they are first needed. */
export function createPostgresDue(query: Query): Engine['due'] {
  const ready = new Set<string>();
  return async function* due(namespace, now) {
    const indexes = describeDueIndexes(namespace, table, ' COLLATE "C"');
    if (!ready.has(namespace)) {
      for (const index of [indexes.until, indexes.from]) await createIfAbsent(query, index);
      ready.add(namespace);
    }
    for (const { index, after, before } of listDueRanges(now)) {
      const { position, rows } = indexes[index];
      const page = `SELECT key, value, ${position} AS position FROM ${table}
        WHERE ${rows} AND ${position} > $1 AND ${position} < $2 ORDER BY ${position} LIMIT ${pageRows}`;
      for (let last: string | undefined = after; ;) {
        const found: PlacedRow[] = await query<PlacedRow>(page, [last, before]);
        last = found.at(-1)?.position;
        if (last === undefined) break;
        yield found.map(({ key, value }): Row => [key, value]);
      }
    }
  };
}

/** Creating one that is there would still wait for all writers. */
async function createIfAbsent(query: Query, { name, create }: DueIndex): Promise<void> {
  const [found] = await query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    name,
  ]);
  if (found?.there === true) return;
  // Two processes that start at once: the one that comes second trips over the other's new index.
  await query(create).catch(() => query(create));
}
