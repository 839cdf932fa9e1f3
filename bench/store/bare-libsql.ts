import Database from 'libsql';
import type { Article } from '../../src/article/article.ts';

/** Rows in a transaction. The store writes only 64 at a time, to keep the event loop free. */
const rowsPerTransaction = 1_000;

/** The engine alone, with the store's own durability: WAL and `synchronous = NORMAL`. */
export function openBare(path: string): Database.Database {
  const database = new Database(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)',
  );
  return database;
}

/** Writes articles as JSON and nothing else: no check for existing rows, no journal, no pauses. */
export function writeBare(database: Database.Database, articles: readonly Article[]): void {
  const upsert = database.prepare(
    'INSERT INTO entries (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  for (let start = 0; start < articles.length; start += rowsPerTransaction) {
    database.exec('BEGIN IMMEDIATE');
    for (const article of articles.slice(start, start + rowsPerTransaction)) {
      upsert.run([`articles:${article.id}`, JSON.stringify(article)]);
    }
    database.exec('COMMIT');
  }
}

/** Reads and parses every article once, in SQLite's own order. */
export function iterateBare(database: Database.Database): number {
  let seen = 0;
  const rows = database.prepare('SELECT key, value FROM entries').raw().iterate([]);
  for (const [key, value] of rows as Iterable<[string, string]>) {
    if (key.startsWith('articles:') && (JSON.parse(value) as object)) seen += 1;
  }
  return seen;
}
