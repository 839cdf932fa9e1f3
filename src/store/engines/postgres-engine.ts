import { Keyv } from 'keyv';
import { createPostgresDue } from './due/postgres-due.ts';
import type { Engine, Row, Writes } from './engine.ts';
import { explainPostgresError } from './explain-postgres-error.ts';
import { journalKey, journalLength, journalPrefix, journalSequence } from '../journal.ts';
import { endOfPrefix } from './key-range.ts';
import { PostgresAdapter } from './postgres-adapter.ts';
import { createPostgresLocks } from './postgres-locks.ts';
import { openPostgresConnection, type Query } from './postgres-connection.ts';
import { createPostgresSearch } from './postgres-search.ts';
import { searchTable, table } from './postgres-table.ts';
import { encodeValue, keyvJson } from './stored-value.ts';

const pageRows = 128;

/** Transactions that write to the journal take this advisory lock, so that its numbers become visible in order. */
const journalLock = 0x44746c6e;

/** How often a transaction is tried again after others have stored what it found missing. Each time, one of them is done. */
const MOST_TRIES = 100;

/** Rows are locked, changed and inserted in the order of their keys, so that no two transactions wait for each other. */
const lockRows = `SELECT key, value FROM ${table} WHERE key = ANY($1) ORDER BY key FOR UPDATE`;
const updateRows = `UPDATE ${table} AS present SET value = row.value
  FROM UNNEST($1::text[], $2::text[]) AS row (key, value) WHERE present.key = row.key`;
const insertRows = `INSERT INTO ${table} (key, value)
  SELECT * FROM UNNEST($1::text[], $2::text[]) AS row (key, value) ORDER BY key ON CONFLICT DO NOTHING RETURNING key`;
/** Each returns the key if it did something. An update waits for a row that is being written, then looks again. */
const insertNew = `INSERT INTO ${table} (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING key`;
const replace = `UPDATE ${table} SET value = $3 WHERE key = $1 AND value = $2 RETURNING key`;
const removeOnly = `DELETE FROM ${table} WHERE key = $1 AND value = $2 RETURNING key`;
const page = `SELECT key, value FROM ${table} WHERE key >= $1 AND key <> $2 AND key < $3
  ORDER BY key LIMIT ${pageRows}`;

/** Opens a PostgreSQL database as a store's engine. Throws a UserError if it cannot be used. */
export async function openPostgresEngine(url: URL): Promise<Engine> {
  const connection = await openPostgresConnection(url);
  const query: Query = connection.query;
  const search = createPostgresSearch(connection);
  const locks = createPostgresLocks(url);
  return {
    name: 'PostgreSQL',
    keyv: (namespace) =>
      new Keyv(new PostgresAdapter(query), { namespace, throwOnErrors: true, ...keyvJson }),
    read: async (key) => (await readMany(query, [key]))[0],
    swap: (key, before, after) => swap(query, key, before, after),
    async *pages(prefix, after) {
      for (;;) {
        const bounds = [after ?? prefix, after ?? '', endOfPrefix(prefix)];
        const rows = await query<{ key: string; value: string }>(page, bounds);
        after = rows.at(-1)?.key;
        if (after === undefined) return;
        yield rows.map(({ key, value }): Row => [key, value]);
      }
    },
    due: createPostgresDue(query),
    lastKey: (prefix) => lastKey(query, prefix),
    async transact(keys, decide) {
      for (let tries = 1; ; tries += 1) {
        try {
          await connection.transaction(async (run) => {
            const present = await readRows(run, lockRows, keys);
            const writes = decide(keys.map((key) => present.get(key)));
            await writeRows(run, writes, present);
            await search.store(run, writes.articles ?? [], writes.removes);
            // As late as possible, because other transactions wait here until this one is stored.
            if (writes.changed.length > 0) await appendToJournal(run, writes.changed);
          });
          return;
        } catch (error) {
          if (!isConflict(error) || tries === MOST_TRIES) throw error;
        }
      }
    },
    search,
    lock: (name, how) => locks.lock(name, how),
    isLocked: (name) => locks.isLocked(name),
    measureBytes: async () => {
      const [row] = await query<{ bytes: string }>(
        `SELECT pg_total_relation_size('${table}')
          + coalesce(pg_total_relation_size(to_regclass('${searchTable}')), 0) AS bytes`,
      );
      return Number(row?.bytes);
    },
    explain: (error) => explainPostgresError(error, url),
    async close() {
      await locks.close();
      await connection.close();
    },
  };
}

async function readMany(run: Query, keys: readonly string[]): Promise<(string | undefined)[]> {
  const sql = `SELECT key, value FROM ${table} WHERE key = ANY($1)`;
  const values = await readRows(run, sql, keys);
  return keys.map((key) => values.get(key));
}

async function readRows(
  run: Query,
  sql: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await run<{ key: string; value: string }>(sql, [keys]);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function swap(
  run: Query,
  key: string,
  before: string | undefined,
  after: string | undefined,
): Promise<boolean> {
  const changed =
    before === undefined
      ? await run(insertNew, [key, after])
      : after === undefined
        ? await run(removeOnly, [key, before])
        : await run(replace, [key, before, after]);
  return changed.length === 1;
}

/** Another transaction has stored a row since this one found it missing: it has to decide again. */
class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** What PostgreSQL says if it ends one of two transactions that wait for each other. */
const DEADLOCK = '40P01';

function isConflict(error: unknown): boolean {
  return error instanceof Conflict || (error as { code?: unknown }).code === DEADLOCK;
}

async function writeRows(
  run: Query,
  { puts, removes }: Writes,
  present: ReadonlyMap<string, string>,
): Promise<void> {
  if (removes.length > 0) await run(`DELETE FROM ${table} WHERE key = ANY($1)`, [removes]);
  const known = puts.filter(([key]) => present.has(key));
  const others = puts.filter(([key]) => !present.has(key));
  if (known.length > 0) await run(updateRows, transpose(known));
  if (others.length > 0) {
    const inserted = await run(insertRows, transpose(others));
    if (inserted.length < others.length) throw new Conflict();
  }
}

async function appendToJournal(run: Query, changed: readonly string[]): Promise<void> {
  await run('SELECT pg_advisory_xact_lock($1)', [journalLock]);
  const sequence = journalSequence(await lastKey(run, journalPrefix)) + 1;
  if (sequence > journalLength)
    await run(`DELETE FROM ${table} WHERE key = $1`, [journalKey(sequence - journalLength)]);
  const inserted = await run(insertRows, transpose([[journalKey(sequence), encodeValue(changed)]]));
  if (inserted.length === 0) throw new Conflict();
}

function transpose(rows: readonly Row[]): [keys: string[], values: string[]] {
  return [rows.map(([key]) => key), rows.map(([, value]) => value)];
}

async function lastKey(run: Query, prefix: string): Promise<string | undefined> {
  const sql = `SELECT max(key) AS key FROM ${table} WHERE key >= $1 AND key < $2`;
  const [row] = await run<{ key: string | null }>(sql, [prefix, endOfPrefix(prefix)]);
  return row?.key ?? undefined;
}
