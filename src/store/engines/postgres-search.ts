import { hashCode } from '../../hash-code.ts';
import type { StoredArticle } from '../article-store.ts';
import type { ArticleSearch, SearchedArticle } from '../search/article-search.ts';
import type { PostgresConnection, Query } from './postgres-connection.ts';
import { fillRows, prefix, storeRows } from './postgres-search-rows.ts';
import { buildConditions } from './postgres-search-sql.ts';
import { searchTable, table } from './postgres-table.ts';

/** The full-text search of a PostgreSQL database. */
export interface PostgresSearch extends ArticleSearch {
  /** Makes the rows of a transaction searchable, if this database searches. It must hold a lock on the articles' table. */
  store(run: Query, articles: readonly StoredArticle[], removed: readonly string[]): Promise<void>;
}

/** A search of the newest articles takes milliseconds. One that takes this long is given up. */
const MOST_SEARCH_MS = 3000;

/** The code that decides what is in a row: an article that other code described is described again. */
const RULES = ['text', 'article', 'store/search'];

/** A row is about 5 kB for an article of 3.5 kB. It is not compressed, because every phrase is compared in it. */
const createTable = `CREATE TABLE IF NOT EXISTS ${searchTable} (
    key TEXT COLLATE "C" PRIMARY KEY, at BIGINT NOT NULL, seen_at BIGINT NOT NULL, lang TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C", only_for TEXT, countries TEXT[] NOT NULL, page TEXT, words TSVECTOR NOT NULL,
    rules TEXT NOT NULL);
  ALTER TABLE ${searchTable} ALTER COLUMN words SET STORAGE EXTERNAL`;

/** Built after the rows, which is several times faster, and without holding up writers. */
const indexes = {
  words: 'USING GIN (words) WITH (gin_pending_list_limit = 1024)',
  at: '(at)',
  lang: '(lang)',
  source: '(source)',
  page: 'USING HASH (page)',
} as const;

/** Rows of articles that were removed while they were made searchable. */
const removeOrphans = `DELETE FROM ${searchTable} AS row
  WHERE NOT EXISTS (SELECT 1 FROM ${table} AS entry WHERE entry.key = row.key)`;

/** Creates the search of a database. Nothing of it exists there before `prepare`. */
export function createPostgresSearch({ query, transaction }: PostgresConnection): PostgresSearch {
  let exists = false;
  let hashing: Promise<string> | undefined;
  /** As much of the hash as tells two versions apart. */
  const rulesNow = async (): Promise<string> =>
    (await (hashing ??= hashCode(undefined, RULES))).slice(0, 16);

  return {
    async store(run, articles, removed) {
      if (articles.length + removed.length === 0) return;
      exists ||= await isThere(run);
      if (!exists) return;
      if (removed.length > 0)
        await run(`DELETE FROM ${searchTable} WHERE key = ANY($1)`, [removed]);
      if (articles.length > 0) await storeRows(run, articles, await rulesNow());
    },

    async prepare(signal) {
      const rules = await rulesNow();
      const isComplete = (await readState(query)) === (await expectedState(query, rules));
      if (!(await belongs(query))) await transaction((run) => createSearch(run));
      exists = true;
      await fillRows(query, rules, signal);
      signal?.throwIfAborted();
      await query(removeOrphans);
      await buildIndexes(query, signal);
      if (!isComplete) {
        await query(`ANALYZE ${searchTable}`);
        await writeState(query, await expectedState(query, rules));
      }
    },

    isReady: async () =>
      (await readState(query)) === (await expectedState(query, await rulesNow())),

    async find(conditions, limit) {
      const { where, values } = buildConditions(conditions);
      const columns = 'key, at, seen_at, source, only_for, page';
      const order = `ORDER BY at DESC, key${limit === undefined ? '' : ` LIMIT ${limit}`}`;
      // All matches come from the index on the words first, however few are wanted: the index on the dates would read
      // the words of each article.
      const sql = `WITH found AS MATERIALIZED (SELECT ${columns} FROM ${searchTable} WHERE ${where})
        SELECT ${columns}, (SELECT count(*) FROM found) AS total FROM found ${order}`;
      try {
        let rows: FoundRow[] = [];
        await transaction(async (run) => {
          await run(
            `SELECT set_config('jit', 'off', true), set_config('statement_timeout', $1, true)`,
            [limit === undefined ? '0' : String(MOST_SEARCH_MS)],
          );
          rows = await run<FoundRow>(sql, values);
        });
        return { total: Number(rows[0]?.total ?? 0), articles: rows.map(readRow) };
      } catch (error) {
        if ((error as { code?: unknown }).code === QUERY_CANCELED) return undefined;
        throw error;
      }
    },

    async names(of) {
      const column = of === 'languages' ? 'lang' : 'source';
      // Jumps from one name to the next in the index.
      const rows = await query<{ name: string }>(
        `WITH RECURSIVE names AS (
          SELECT min(${column}) AS name FROM ${searchTable}
          UNION ALL
          SELECT (SELECT min(${column}) FROM ${searchTable} WHERE ${column} > names.name) FROM names
          WHERE names.name IS NOT NULL)
        SELECT name FROM names WHERE name IS NOT NULL`,
      );
      return rows.map(({ name }) => name);
    },
  };
}

const QUERY_CANCELED = '57014';

interface FoundRow {
  readonly key: string;
  readonly at: string;
  readonly seen_at: string;
  readonly source: string | null;
  readonly only_for: string | null;
  readonly page: string | null;
  readonly total: string;
}

function readRow({
  key,
  at,
  seen_at: seenAt,
  source,
  only_for: onlyFor,
  page,
}: FoundRow): SearchedArticle {
  return {
    id: key.slice(prefix.length),
    at: Number(at),
    seenAt: Number(seenAt),
    ...(source !== null && { source }),
    ...(onlyFor !== null && { onlyFor }),
    ...(page !== null && { page }),
  };
}

async function isThere(run: Query): Promise<boolean> {
  const [row] = await run<{ there: boolean }>(
    `SELECT to_regclass('${searchTable}') IS NOT NULL AS there`,
  );
  return row?.there === true;
}

/**
 * Creates the table while no transaction writes articles: those that come later see it. A table that belongs to
 * articles of before a restore is replaced.
 */
async function createSearch(run: Query): Promise<void> {
  await run(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  if (await belongs(run)) return;
  await run(`DROP TABLE IF EXISTS ${searchTable}`);
  await run(createTable);
  await writeState(run, await expectedState(run, ''));
}

/** Whether the table is there, and belongs to the present table of articles. */
async function belongs(run: Query): Promise<boolean> {
  const state = await readState(run);
  return state?.startsWith(await expectedState(run, '')) === true;
}

/** The state is the table's comment: whose articles are in it, and by which rules all of them are. Undefined without a table. */
async function readState(run: Query): Promise<string | undefined> {
  const [row] = await run<{ state: string | null; there: boolean }>(
    `SELECT obj_description(to_regclass('${searchTable}'), 'pg_class') AS state,
      to_regclass('${searchTable}') IS NOT NULL AS there`,
  );
  return row?.there ? (row.state ?? '') : undefined;
}

/** A restored backup brings a new table of articles, which has another number. */
async function expectedState(run: Query, rules: string): Promise<string> {
  const [row] = await run<{ oid: string }>(`SELECT '${table}'::regclass::oid::text AS oid`);
  return `${row?.oid}:${rules}`;
}

async function writeState(run: Query, state: string): Promise<void> {
  await run(`COMMENT ON TABLE ${searchTable} IS '${state}'`);
}

/** Building may take minutes. A process that is to end doesn't wait for that. */
const cancelBuilding = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND state = 'active' AND query LIKE 'CREATE INDEX CONCURRENTLY ${searchTable}%'`;

async function buildIndexes(query: Query, signal?: AbortSignal): Promise<void> {
  const valid = new Set(
    (
      await query<{ name: string }>(
        `SELECT relname AS name FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
          WHERE indrelid = '${searchTable}'::regclass AND indisvalid`,
      )
    ).map(({ name }) => name),
  );
  for (const [column, definition] of Object.entries(indexes)) {
    const name = `${searchTable}_${column}`;
    if (valid.has(name)) continue;
    // What is left of one that was interrupted.
    await query(`DROP INDEX IF EXISTS ${name}`);
    signal?.throwIfAborted();
    const cancel = (): void => void query(cancelBuilding).catch(() => undefined);
    signal?.addEventListener('abort', cancel);
    try {
      await query(`CREATE INDEX CONCURRENTLY ${name} ON ${searchTable} ${definition}`);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
}
