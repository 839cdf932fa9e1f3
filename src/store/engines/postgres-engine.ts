import { Keyv } from 'keyv';
import { createPostgresDue } from './due/postgres-due.ts';
import type { Engine, Row, Writes } from './engine.ts';
import { explainPostgresError } from './explain-postgres-error.ts';
import { journalKey, journalLength, journalPrefix, journalSequence } from '../journal.ts';
import { endOfPrefix } from './key-range.ts';
import { PostgresAdapter } from './postgres-adapter.ts';
import { createPostgresLocks } from './postgres-locks.ts';
import { openPostgresConnection, type Query } from './postgres-connection.ts';
import { table } from './postgres-table.ts';
import { encodeValue, keyvJson } from './stored-value.ts';

const pageRows = 128;

/** Transactions take this advisory lock, so that the journal's numbers become visible in order. */
const writerLock = 0x44746c6e;

const upsert = `INSERT INTO ${table} (key, value) SELECT * FROM UNNEST($1::text[], $2::text[])
  ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
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
    transact: (keys, decide) =>
      connection.transaction(async (run) => {
        await run('SELECT pg_advisory_xact_lock($1)', [writerLock]);
        await store(run, decide(await readMany(run, keys)));
      }),
    lock: (name) => locks.lock(name),
    measureBytes: async () => {
      const [row] = await query<{ bytes: string }>(
        `SELECT pg_total_relation_size('${table}') AS bytes`,
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
  const rows = await run<{ key: string; value: string }>(
    `SELECT key, value FROM ${table} WHERE key = ANY($1)`,
    [keys],
  );
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  return keys.map((key) => values.get(key));
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

async function store(run: Query, { puts, removes, changed }: Writes): Promise<void> {
  const gone = [...removes];
  const rows = [...puts];
  if (changed.length > 0) {
    const sequence = journalSequence(await lastKey(run, journalPrefix)) + 1;
    rows.push([journalKey(sequence), encodeValue(changed)]);
    if (sequence > journalLength) gone.push(journalKey(sequence - journalLength));
  }
  if (gone.length > 0) await run(`DELETE FROM ${table} WHERE key = ANY($1)`, [gone]);
  if (rows.length > 0)
    await run(upsert, [rows.map(([key]) => key), rows.map(([, value]) => value)]);
}

async function lastKey(run: Query, prefix: string): Promise<string | undefined> {
  const sql = `SELECT max(key) AS key FROM ${table} WHERE key >= $1 AND key < $2`;
  const [row] = await run<{ key: string | null }>(sql, [prefix, endOfPrefix(prefix)]);
  return row?.key ?? undefined;
}
