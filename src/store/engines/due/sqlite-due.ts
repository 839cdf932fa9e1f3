import type Database from 'libsql';
import type { Row } from '../engine.ts';
import type { SqliteConnection } from '../sqlite-connection.ts';
import { describeDueIndexes, listDueRanges, type DueRange } from './due-index.ts';

/** The rows of a namespace that are due at `now`, a page at a time; see `Engine.due`. */
export async function* sqliteDue(
  connection: SqliteConnection,
  namespace: string,
  now: string,
): AsyncGenerator<readonly Row[], void> {
  if (!(await connection.read(({ isDueIndexed }) => isDueIndexed(namespace))))
    await connection.write(({ indexDue }) => indexDue(namespace));
  for (const range of listDueRanges(now)) {
    for (let { after } = range; ;) {
      const next = { ...range, after };
      const rows = await connection.read(({ duePage }) => duePage(namespace, next));
      const last = rows.at(-1);
      if (!last) break;
      after = last[2];
      yield rows.map(([key, value]): Row => [key, value]);
      await new Promise(setImmediate);
    }
  }
}

type PlacedRow = readonly [key: string, value: string, position: string];

/** The statements that find due rows. A namespace has to be indexed before the first. */
export function createSqliteDue(database: Database.Database, pageRows: number) {
  const statements = new Map<string, Database.Statement>();
  const isThere = database
    .prepare(`SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name IN (?, ?)`)
    .raw();
  return {
    isDueIndexed(namespace: string): boolean {
      const { until, from } = describeDueIndexes(namespace, 'entries');
      return (isThere.get([until.name, from.name]) as [number])[0] === 2;
    },
    indexDue(namespace: string): void {
      const { until, from } = describeDueIndexes(namespace, 'entries');
      database.exec(`${until.create}; ${from.create}`);
    },
    duePage(namespace: string, { index, after, before }: DueRange): PlacedRow[] {
      const { name, position, rows } = describeDueIndexes(namespace, 'entries')[index];
      let statement = statements.get(name);
      // SQLite knows no frequencies before ANALYZE, and would read the keys of the whole namespace.
      statement ??= database
        .prepare(
          `SELECT key, value, ${position} FROM entries INDEXED BY ${name}
           WHERE ${rows} AND ${position} > ? AND ${position} < ? ORDER BY ${position} LIMIT ${pageRows}`,
        )
        .raw();
      statements.set(name, statement);
      return statement.all([after, before]) as PlacedRow[];
    },
  };
}
