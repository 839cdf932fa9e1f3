import type Database from 'libsql';
import { describeDueIndexes, type DueRange } from './due-index.ts';

/** The statements that find due rows. A namespace has to be indexed before the first. */
export function createSqliteDueStatements(database: Database.Database, pageRows: number) {
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

type PlacedRow = readonly [key: string, value: string, position: string];
