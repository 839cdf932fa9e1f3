import { Pool } from 'pg';
import { UserError } from '../../errors.ts';
import { explainPostgresError } from './explain-postgres-error.ts';
import { table } from './postgres-table.ts';

/** Keys compare byte by byte, as on the other engines; the database's own order would mix namespaces. */
const createTable = `CREATE TABLE IF NOT EXISTS ${table}
  (key TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL)`;

/**
 * Of every connection. The system looks whether the server's machine is still there from ten seconds on; by default it
 * would after two hours.
 */
export const connectionSettings = {
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

const MOST_CONNECTIONS = 5;

/** Runs one SQL statement and returns its rows. */
export type Query = <Result extends object>(
  sql: string,
  values?: readonly unknown[],
) => Promise<Result[]>;

/** An open PostgreSQL database. */
export interface PostgresConnection {
  readonly query: Query;
  /** Runs `work` in one transaction of its own connection. */
  transaction(work: (query: Query) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Connects and creates the table if it is missing. Throws a UserError if that fails. */
export async function openPostgresConnection(url: URL): Promise<PostgresConnection> {
  const pool = new Pool({
    connectionString: url.href,
    max: MOST_CONNECTIONS,
    ...connectionSettings,
  });
  // A server that goes away while a connection is idle: the next query reports it, or finds it back.
  pool.on('error', () => undefined);
  // The pool doesn't listen to a connection that it has given away. An error that nobody hears would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const connection: PostgresConnection = {
    query: async (sql, values = []) => (await pool.query(sql, [...values])).rows,
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await work(async (sql, values = []) => (await client.query(sql, [...values])).rows);
        await client.query('COMMIT');
        client.release();
      } catch (error) {
        const undone = await client.query('ROLLBACK').then(
          () => true,
          () => false,
        );
        client.release(!undone);
        throw error;
      }
    },
    close: () => pool.end(),
  };
  try {
    await prepare(connection.query, url);
    return connection;
  } catch (error) {
    await connection.close();
    throw explainPostgresError(error, url);
  }
}

async function prepare(query: Query, url: URL): Promise<void> {
  const [encoding] = await query<{ server_encoding: string }>('SHOW server_encoding');
  if (encoding?.server_encoding !== 'UTF8') {
    throw new UserError(
      'bad-config',
      `The PostgreSQL database ${url.pathname.slice(1)} does not keep UTF-8. Create one with ENCODING 'UTF8'.`,
    );
  }
  // Two processes that start at once: the one that comes second trips over the other's new table.
  await query(createTable).catch(() => query(createTable));
}
