import { Keyv } from 'keyv';
import type { Engine } from './engine.ts';
import { explainSqliteError } from './explain-sqlite-error.ts';
import { journalKey, journalLength, journalPrefix, journalSequence } from '../journal.ts';
import { sqliteDue } from './due/sqlite-due.ts';
import { makeShrinkable } from './make-shrinkable.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import { openSqliteConnection } from './sqlite-connection.ts';
import { sqlitePages } from './sqlite-pages.ts';
import type { SqliteTable } from './sqlite-table.ts';
import { encodeValue, keyvJson } from './stored-value.ts';

/** Opens a SQLite file, or a database in memory for ":memory:", as a store's engine. */
export function openSqliteEngine(path: string, connection = openSqliteConnection(path)): Engine {
  return {
    name: path === ':memory:' ? 'memory' : 'SQLite',
    keyv: (namespace) =>
      new Keyv(new SqliteAdapter(connection), { namespace, throwOnErrors: true, ...keyvJson }),
    read: (key) => connection.read(({ get }) => get(key)),
    swap: (key, before, after, outlasts = 'a power cut') =>
      connection[outlasts === 'a kill' ? 'write' : 'writeDurably']((table) => {
        if (table.get(key) !== before) return false;
        if (after === undefined) table.remove(key);
        else table.put(key, after);
        return true;
      }),
    pages: (prefix, after) => sqlitePages(connection, prefix, after),
    due: (namespace, now) => sqliteDue(connection, namespace, now),
    lastKey: (prefix) => connection.read(({ lastKey }) => lastKey(prefix)),
    transact: (keys, decide) =>
      connection.write((table) => {
        const { puts, removes, changed } = decide(table.getMany(keys));
        for (const [key, value] of puts) table.put(key, value);
        for (const key of removes) table.remove(key);
        if (changed.length > 0) appendToJournal(table, changed);
      }),
    measureBytes: () => connection.measureBytes(),
    ...(path !== ':memory:' && { makeShrinkable: () => makeShrinkable(path) }),
    isInPlace: () => connection.isInPlace(),
    compact: (signal) => connection.compact(signal),
    explain: (error) => explainSqliteError(error, path),
    close: () => connection.close(),
  };
}

function appendToJournal(table: SqliteTable, changed: readonly string[]): void {
  const sequence = journalSequence(table.lastKey(journalPrefix)) + 1;
  table.put(journalKey(sequence), encodeValue(changed));
  if (sequence > journalLength) table.remove(journalKey(sequence - journalLength));
}
